//! Work on many threads, results in the order of the items.

use std::collections::{BTreeMap, VecDeque};
use std::num::NonZeroUsize;
use std::sync::mpsc;

use rayon::ThreadPool;

use crate::complaint::Complaint;

/// As many threads as asked for; else `RAYON_NUM_THREADS`, or one for each processor.
pub(crate) fn pool(jobs: Option<NonZeroUsize>) -> Result<ThreadPool, Complaint> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(jobs.map_or(0, NonZeroUsize::get))
        .build()
        .map_err(|error| Complaint::usage(format!("the threads cannot be started: {error}")))
}

/// Items for each thread, at most.
const MOST: usize = 64;
/// Bytes of items from which on there are no more of them than keep the threads at work.
const HEAVY: usize = 32 << 20;

/// Does `work` on every item in the pool and hands the results to `take`, on this thread and in the order
/// of the items. When `take` fails, no further item is begun.
///
/// Memory is bounded: of the items that are under way or wait for an earlier one, there are at most [`MOST`] for each thread, and only two
/// for each once their sizes (bytes) come to [`HEAVY`]. One long document among short ones does not keep the others' threads waiting.
/// `work` must not panic.
pub(crate) fn in_order<T: Send, R: Send, E: Send>(
    pool: &ThreadPool,
    items: impl IntoIterator<Item = T>,
    size: impl Fn(&T) -> usize,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let threads = pool.current_num_threads();
    let (send, receive) = mpsc::channel();
    let work = &work;
    let mut items = items.into_iter().fuse();
    let mut early = BTreeMap::new();
    let (mut begun, mut taken) = (0, 0);
    let mut sizes = VecDeque::new();
    let mut bytes = 0;
    pool.in_place_scope(|scope| {
        loop {
            while sizes.len() < MOST * threads && (bytes < HEAVY || sizes.len() < 2 * threads) {
                let Some(item) = items.next() else { break };
                let (index, send) = (begun, send.clone());
                sizes.push_back(size(&item));
                bytes += sizes[sizes.len() - 1];
                // The receiver outlives the scope: sending cannot fail.
                scope.spawn(move |_| drop(send.send((index, work(item)))));
                begun += 1;
            }
            if taken == begun {
                return Ok(());
            }
            let (index, result) = receive.recv().expect("a sender is held here");
            early.insert(index, result);
            while let Some(result) = early.remove(&taken) {
                taken += 1;
                bytes -= sizes.pop_front().unwrap_or(0);
                take(result)?;
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

    use super::*;

    fn pool(threads: usize) -> ThreadPool {
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap()
    }

    #[test]
    fn results_keep_their_order_and_failing_stops() {
        for threads in [1, 3] {
            let pool = pool(threads);
            let mut seen = Vec::new();
            let all: Result<(), ()> = in_order(
                &pool,
                0..100,
                |_| 1,
                |n| n * 2,
                |n| {
                    seen.push(n);
                    Ok(())
                },
            );
            assert_eq!(all, Ok(()));
            assert_eq!(seen, (0..100).map(|n| n * 2).collect::<Vec<i32>>());

            let failed = in_order(&pool, 0.., |_| 1, |n| n, |n| if n < 7 { Ok(()) } else { Err(n) });
            assert_eq!(failed, Err(7));
        }
    }

    #[test]
    fn few_large_items_and_many_small_ones_are_under_way() {
        let most = |size: usize| {
            let (pool, begun) = (pool(2), AtomicUsize::new(0));
            let items = (0..1_000).inspect(|_| {
                begun.fetch_add(1, Relaxed);
            });
            let mut most = 0;
            let done: Result<(), ()> = in_order(
                &pool,
                items,
                |_| size,
                |n| n,
                |n| {
                    most = most.max(begun.load(Relaxed) - n);
                    Ok(())
                },
            );
            assert_eq!(done, Ok(()));
            most
        };
        assert!(most(HEAVY) <= 4);
        assert!((5..=2 * MOST).contains(&most(1)));
    }
}
