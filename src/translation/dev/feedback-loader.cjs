/**
 * A webpack loader that changes nothing: what is wrong with the translation of a file becomes warnings of the bundler, which
 * the overlay of the development server shows. Bundlers load it by its path, so it is JavaScript.
 *
 * @param {string} source - The compiled file.
 * @returns {string} The same.
 */
module.exports = function feedbackLoader(source) {
  const { problemsOf, dependencies } = this.getOptions();
  for (const file of dependencies) this.addDependency(file);
  for (const problem of problemsOf(this.resourcePath)) {
    const warning = new Error(problem);
    // The translator's place is in the text; the stack would name this loader.
    warning.stack = undefined;
    this.emitWarning(warning);
  }
  return source;
};
