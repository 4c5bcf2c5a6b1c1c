/**
 * A webpack loader that adds the files from which a page is made to its dependencies. Loaded by path, so it is JavaScript.
 *
 * @param {string} source - The page.
 * @returns {string} The unchanged page.
 */
module.exports = function dependencyLoader(source) {
  this.getOptions().load(
    this.resourcePath,
    (path) => {
      if (path.endsWith('/')) this.addContextDependency(path);
      else this.addDependency(path);
    },
    source,
  );
  return source;
};
