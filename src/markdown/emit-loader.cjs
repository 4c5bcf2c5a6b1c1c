/**
 * A webpack loader that emits the Markdown alternate of the page that has just been compiled, as a file of its module. The bundler's
 * cache then keeps it for pages that aren't compiled again. Bundlers load it by its path, so it is JavaScript.
 *
 * @param {string} source - The compiled page, returned as it is.
 * @param {object} map - Its source map.
 */
module.exports = function emitAlternate(source, map) {
  const alternate = this.getOptions().alternateOf(this.resourcePath);
  // Only what the browser's compiler emits is published.
  if (alternate !== undefined && this._compiler.name === 'client')
    this.emitFile(alternate.file, alternate.text);
  this.callback(null, source, map);
};
