// The page in real browsers: node run.mjs [--browser chromium] [--only words]. Needs a built web/dist.
import { runAll } from './harness.mjs';
import * as access from './cases/access.mjs';
import * as check from './cases/check.mjs';
import * as everywhere from './cases/everywhere.mjs';
import * as keeping from './cases/keeping.mjs';
import * as marks from './cases/marks.mjs';
import * as privacy from './cases/privacy.mjs';
import * as screens from './cases/screens.mjs';
import * as speed from './cases/speed.mjs';
import * as text from './cases/text.mjs';

const option = (name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : process.argv[at + 1];
};
const browser = option('--browser');
const failed = await runAll(
  {
    marks: marks.cases,
    text: text.cases,
    check: check.cases,
    keeping: keeping.cases,
    privacy: privacy.cases,
    access: access.cases,
    everywhere: everywhere.cases,
    speed: speed.cases,
    screens: screens.cases,
  },
  { browsers: browser ? [browser] : ['chromium', 'firefox'], only: option('--only') },
);
process.exit(failed ? 1 : 0);
