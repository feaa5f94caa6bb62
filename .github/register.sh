#!/usr/bin/env bash
# register.sh BRANCH: gives what was published on a branch its numbers and enters it in the ledger, small
# edits as minor ones, and commits that there. The variable REGISTER says how: `push`, which is usual;
# `pull-request` where the branch takes no pushes (until it is merged, new entries have no number);
# `off` where somebody registers by hand.
set -euo pipefail
branch=${1:?name the branch, such as main}
how=${REGISTER:-push}
case "$how" in
  push | pull-request) ;;
  off) exit 0 ;;
  *) echo "::error::The variable REGISTER is \"$how\". Set it to push, pull-request or off."; exit 1 ;;
esac

# the token of the workflow, where there is one; it is not left in the repository's configuration
signed_in() {
  # shellcheck disable=SC2016
  git ${TOKEN:+-c 'credential.helper=!f() { echo username=x-access-token; echo "password=$TOKEN"; }; f'} "$@"
}

before=$(git rev-parse HEAD)
node src/cli/register.ts --minor
git add --all content
if git diff --cached --quiet; then exit 0; fi
git -c user.name='github-actions[bot]' \
  -c user.email='41898282+github-actions[bot]@users.noreply.github.com' \
  commit --quiet --message 'Register what is published'

if [ "$how" = pull-request ]; then
  signed_in push --quiet --force origin HEAD:refs/heads/register
  gh pr create --base "$branch" --head register --title 'Register what is published' \
    --body 'Numbers of new entries, and their lines in the ledger.' ||
    echo '::warning::No pull request was opened. There may be one already; else let workflows open them (Settings, Actions, General), or open one from the branch "register".'
  git reset --quiet --hard "$before"
  exit 0
fi
# somebody may have pushed meanwhile
for _ in 1 2 3; do
  if signed_in push --quiet origin "HEAD:$branch"; then exit 0; fi
  signed_in fetch --quiet origin "$branch"
  git -c user.name=github-actions -c user.email=github-actions@localhost rebase --quiet FETCH_HEAD
done
echo "::error::The branch $branch took no push. Let GitHub Actions push there (Settings, Rules), or set the variable REGISTER to pull-request."
exit 1
