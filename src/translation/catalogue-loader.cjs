/**
 * A webpack loader that changes nothing: it only tells the bundler, and its persistent cache, which files besides the page
 * itself a page is made from. Bundlers load it by its path, so it is JavaScript.
 *
 * @param {string} source - The page.
 * @returns {string} The same.
 */
module.exports = function catalogueLoader(source) {
  for (const file of this.getOptions().dependenciesOf(
    this.resourcePath,
    source,
  ))
    this.addDependency(file);
  return source;
};
