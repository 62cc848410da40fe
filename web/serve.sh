#!/usr/bin/env bash
# serve.sh [PORT]: builds the page with everything it needs and serves it on localhost. What is
# already built stays, so that a second start takes seconds.
set -euo pipefail
cd "$(dirname "$0")"
source path.sh
./build.sh
exec npx vite preview --host localhost --port "${1:-8080}"
