/**
 * A webpack loader that reports translation problems of a file as warnings, which the overlay of the development server shows.
 * Loaded by path, so it is JavaScript.
 *
 * @param {string} source - The compiled file.
 * @returns {string} the unchanged source
 */
module.exports = function feedbackLoader(source) {
  const { problemsOf, dependencies } = this.getOptions();
  for (const file of dependencies) this.addDependency(file);
  for (const problem of problemsOf(this.resourcePath)) {
    const warning = new Error(problem);
    // The warning contains the location; the stack would show this loader.
    warning.stack = undefined;
    this.emitWarning(warning);
  }
  return source;
};
