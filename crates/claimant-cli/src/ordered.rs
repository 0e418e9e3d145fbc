//! Work on many threads, results in the order of the items.

use std::collections::BTreeMap;
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

/// Does `work` on every item in the pool and hands the results to `take`, on this thread and in the order
/// of the items. When `take` fails, no further item is begun.
///
/// Memory is bounded: at most two items for each thread are under way or wait for an earlier one.
/// `work` must not panic.
pub(crate) fn in_order<T: Send, R: Send, E: Send>(
    pool: &ThreadPool,
    items: impl IntoIterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let window = 2 * pool.current_num_threads();
    let (send, receive) = mpsc::channel();
    let work = &work;
    let mut items = items.into_iter().enumerate();
    let mut early = BTreeMap::new();
    let (mut begun, mut taken) = (0, 0);
    pool.in_place_scope(|scope| {
        loop {
            for (index, item) in items.by_ref().take(window - (begun - taken)) {
                let send = send.clone();
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
                take(result)?;
            }
        }
    })
}

#[cfg(test)]
mod tests {
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
                |n| n * 2,
                |n| {
                    seen.push(n);
                    Ok(())
                },
            );
            assert_eq!(all, Ok(()));
            assert_eq!(seen, (0..100).map(|n| n * 2).collect::<Vec<i32>>());

            let failed = in_order(&pool, 0.., |n| n, |n| if n < 7 { Ok(()) } else { Err(n) });
            assert_eq!(failed, Err(7));
        }
    }
}
