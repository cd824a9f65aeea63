# Shared by the commands in this folder; sourced, not run.
set -euo pipefail
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$ROOT"

fail() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

command -v java >/dev/null || fail "No java found. Install a JDK, version 17 or newer, and put its bin folder on the PATH."
JAVA_MAJOR="$(java -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = \([0-9]*\).*/\1/p')"
[ "${JAVA_MAJOR:-0}" -ge 17 ] || fail "Java $JAVA_MAJOR is too old: a JDK, version 17 or newer, is needed."

# Maven from the machine if there is one, else the wrapper, which fetches it.
if command -v mvn >/dev/null; then MVN=mvn; else MVN="$ROOT/mvnw"; fi
maven() {
  "$MVN" --batch-mode --no-transfer-progress "$@"
}

# Builds a module and what it needs, if its jar is missing or older than any source.
build_if_changed() {
  local jar="$1" module="$2" log="$ROOT/target/build.log"
  if [ -f "$jar" ] && [ -z "$(find pom.xml plugin-core plugin-web plugin-ear demo -name target -prune -o -type f -newer "$jar" -print -quit)" ]; then
    return
  fi
  echo "Building (the first time this takes a few minutes) ..."
  mkdir -p "$ROOT/target"
  rm -rf "$(dirname "$jar")/lib" # older versions of libraries would stay beside the newer
  maven -DskipTests -pl "$module" -am package 2>&1 | tee "$log" | sed -n 's/^\[INFO\] Building \(Saphan.*\)/  \1/p' \
    || fail "The build failed: $(grep -m 5 ERROR "$log"). All of it is in target/build.log."
  touch "$jar" # an unchanged jar is not written anew
}
