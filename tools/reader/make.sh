#!/usr/bin/env bash
# Makes the reader from nothing: tools/reader/make.sh WORK_FOLDER [SOURCES_FOLDER]
# Needs Python 3.11 with torch, onnx and scikit-learn, the .NET SDK and git. See README.md for what each step does.
set -euo pipefail
work=$(mkdir -p "$1" && cd "$1" && pwd) sources=${2:-$work/sources} corpus=${CORPUS:-$(dirname "$0")/corpus}
corpus=$(cd "$corpus" && pwd)
python=${PYTHON:-python3} first=${FIRST_MINUTES:-32} second=${SECOND_MINUTES:-70}
cd "$(dirname "$0")"

mkdir -p "$sources"
"$python" -c 'import data; print("\n".join(data.SOURCES))' | while read -r repository; do
    folder=$sources/${repository/\//+}
    [ -d "$folder" ] || git clone -q --depth 1 "https://github.com/$repository" "$folder"
done

[ -f "$work/onnx/Onnx.dll" ] || dotnet build onnx -c Release -v quiet -o "$work/onnx" --artifacts-path "$work/build"
onnx="dotnet $work/onnx/Onnx.dll" base=$work/base/minilm.onnx vocabulary=$work/base/vocab.txt
[ -f "$base" ] || $onnx base "$work/base"

[ -f "$work/data/public.pkl" ] || "$python" data.py --sources "$sources" --corpus "$corpus" --vocabulary "$vocabulary" --out "$work/data"
public=$work/data/public.pkl squad2=$work/data/squad2.pkl own=$work/data/own.train.pkl quiz=$work/data/quiz.train.pkl long=$work/data/long.train.pkl
[ -f "$work/first.npz" ] || "$python" train.py --base "$base" --out "$work/first.npz" --minutes "$first" --decay 0 "$public:.6:.4" "$squad2:.28:.2" "$own:.12:.4"
[ -f "$work/second.npz" ] || "$python" train.py --base "$base" --init "$work/first.npz" --out "$work/second.npz" --minutes "$second" "$public:.2:.05" "$squad2:.2:.15" "$own:.3:.25" "$quiz:.15:.25" "$long:.15:.3"
"$python" export.py "$work/second.npz" --base "$base" --out "$work"

for part in dev test; do
    "$python" measure.py prepare --articles "$corpus/articles.jsonl" --questions "$corpus/questions.jsonl" \
        --vocabulary "$vocabulary" --out "$work/own-$part" --part "$part"
    "$python" measure.py figures "$work/own-$part" --reader "$work/reader.int8.onnx" --base "$base" --onnx "$onnx" --fit "$work/own-dev" > "$work/own-$part.txt"
done
cat "$work"/own-*.txt
