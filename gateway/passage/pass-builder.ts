import { matching, matchingIds, misfit, type Pass } from './pass.js';

/** Puts passes one after the other; what can be matched at once is one regular expression. */
export class PassBuilder {
  private readonly passes: Pass[] = [];
  private pattern = '';
  private hasIds = false;

  match(pattern: string): void {
    this.pattern += pattern;
  }

  /** @param pattern - with one group: an id of the record at hand */
  matchId(pattern: string): void {
    this.pattern += pattern;
    this.hasIds = true;
  }

  add(pass: Pass): void {
    this.endPattern();
    this.passes.push(pass);
  }

  build(): Pass {
    this.endPattern();
    const { passes } = this;
    return (text, at, passing) => {
      let end = at;
      for (const pass of passes) {
        end = pass(text, end, passing);
        if (end === misfit) return misfit;
      }
      return end;
    };
  }

  private endPattern(): void {
    if (this.pattern !== '') this.passes.push((this.hasIds ? matchingIds : matching)(this.pattern));
    this.pattern = '';
    this.hasIds = false;
  }
}
