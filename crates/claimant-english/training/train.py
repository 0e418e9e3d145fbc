"""From the corpora to the model file, in steps that each leave a file: a step whose file is there is passed over.

    python train.py --data DATA --work FOLDER

Needs requirements.txt and cargo. About three hours of two cores; the settings are those of the model in the repository.
"""
import argparse, pathlib, subprocess, sys

HERE = pathlib.Path(__file__).resolve().parent
CRATE = HERE.parent


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("--data", required=True, help="the folder of the corpora")
    ap.add_argument("--work", required=True, type=pathlib.Path, help="where the steps leave their files")
    ap.add_argument("--out", default=CRATE / "data" / "english.safetensors", type=pathlib.Path)
    a = ap.parse_args()
    a.work.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cargo", "build", "--release", "--package", "claimant-english", "--example", "prepare"], cwd=CRATE, check=True)
    binary = CRATE.parent.parent / "target" / "release" / "examples" / "prepare"
    step("prepared.pkl", a.work, "prepare.py", "--data", a.data, "--binary", binary, "--out")
    step("teacher.pt", a.work, "teacher.py", "--prepared", a.work / "prepared.pkl", "--epochs", 4, "--minutes", 50, "--out")
    step("names.pt", a.work, "teacher.py", "--prepared", a.work / "prepared.pkl", "--start", a.work / "teacher.pt", "--names", "--epochs", 2, "--minutes", 7, "--out")
    step("soft.pkl", a.work, "soft.py", "--prepared", a.work / "prepared.pkl", "--teacher", a.work / "teacher.pt", "--names", a.work / "names.pt", "--out")
    step("student.pt", a.work, "student.py", "--soft", a.work / "soft.pkl", "--minutes", 60, "--out")
    run("export.py", "--network", a.work / "student.pt", "--cue", -0.4, "--out", a.out)


def step(name, work, script, *arguments):
    if (work / name).exists():
        print(f"{name} is there", flush=True)
        return
    partial = work / f"{name}.part"
    run(script, *arguments, partial)
    partial.rename(work / name)


def run(script, *arguments):
    print(script, flush=True)
    subprocess.run([sys.executable, "-u", HERE / script, *map(str, arguments)], check=True)


if __name__ == "__main__":
    main()
