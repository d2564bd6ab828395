/** Tells an address that somebody edited from one that was written for them, in a form that shows what is written a little later. */
export class TitleFollower {
  #made = '';
  #shown = '';
  #isEdited = false;
  /** Written, and not shown yet. */
  #written: string[] = [];

  /**
   * Looks at the form.
   * @param made the address its title makes; empty when it makes none
   * @param slug the address it shows
   * @param isDefault whether that is what the form began with
   * @returns whether the address is to become `made` now
   */
  sees(made: string, slug: string, isDefault: boolean): boolean {
    if (slug !== this.#shown) {
      const written = this.#written.indexOf(slug);
      this.#isEdited = written < 0 && slug !== '' && !isDefault;
      this.#written = this.#written.slice(written + 1);
      this.#shown = slug;
    }
    if (!made || made === this.#made) return false;
    this.#made = made;
    if (this.#isEdited) return false;
    this.#written.push(made);
    return true;
  }
}
