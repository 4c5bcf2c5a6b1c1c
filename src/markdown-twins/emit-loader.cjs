/**
 * A webpack loader that changes nothing: it emits the twin of the page that has just been compiled. So the bundler keeps it beside
 * the page in its cache, and a page that is not compiled again has its twin all the same. Bundlers load it by its path, so it is
 * JavaScript.
 *
 * @param {string} source - The compiled page.
 * @param {object} map - Its source map.
 */
module.exports = function emitTwin(source, map) {
  const twin = this.getOptions().twinOf(this.resourcePath);
  // Only what the browser's compiler emits is published.
  if (twin !== undefined && this._compiler.name === 'client')
    this.emitFile(twin.file, twin.text);
  this.callback(null, source, map);
};
