// Preloaded into the site and the CMS of the browser's stories: their clock is ahead by what a file says, in milliseconds.
const { readFileSync } = require('node:fs');

const LOOK_EVERY = 100;
const RealDate = Date;
let ahead = 0;
setInterval(() => {
  ahead = Number(readFileSync(process.env.CLOCK_FILE, 'utf8'));
}, LOOK_EVERY).unref();

global.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length > 0) super(...parts);
    else super(RealDate.now() + ahead);
  }
  static now() {
    return RealDate.now() + ahead;
  }
};
