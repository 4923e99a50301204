// A Playwright reporter that ends the run with one line: `12 passed, 0 failed`.

export default class ClosingLine {
  #suite;

  onBegin(_config, suite) {
    this.#suite = suite;
  }

  printsToStdio() {
    return true;
  }

  // After every other reporter's summary.
  async onExit() {
    const outcomes = this.#suite?.allTests().map((test) => test.outcome()) ?? [];
    const count = (...wanted) => outcomes.filter((outcome) => wanted.includes(outcome)).length;
    const skipped = count('skipped');
    const line = `${count('expected', 'flaky')} passed, ${count('unexpected')} failed`;
    console.log(skipped > 0 ? `${line}, ${skipped} skipped` : line);
  }
}
