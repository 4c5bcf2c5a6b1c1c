import { rspack } from '@rspack/core';
import { readFileSync } from 'node:fs';

/** Returns Docusaurus' page template (Eta, for `ssrTemplate`), except that scripts load on the first interaction. */
export function pageTemplate(): string {
  return `<!DOCTYPE html>
<html <%~ it.htmlAttributes %>>
  <head>
    <meta charset="UTF-8">
    <meta name="generator" content="Docusaurus v<%= it.version %>">
    <% it.metaAttributes.forEach((metaAttribute) => { %>
      <%~ metaAttribute %>
    <% }); %>
    <%~ it.headTags %>
    <script data-scripts="<%= it.scripts.map((script) => it.baseUrl + script).join(' ') %>">${firstTouch()}</script>
    <% it.stylesheets.forEach((stylesheet) => { %>
      <link rel="stylesheet" href="<%= it.baseUrl %><%= stylesheet %>" />
    <% }); %>
  </head>
  <body <%~ it.bodyAttributes %>>
    <%~ it.preBodyTags %>
    <div id="__docusaurus"><%~ it.appHtml %></div>
    <%~ it.postBodyTags %>
  </body>
</html>
`;
}

/** Compiles the script. It is inline, since a request would take longer; it precedes the style sheets, since it would wait for them. */
function firstTouch(): string {
  const source = new URL('./first-touch.ts', import.meta.url);
  const { code } = rspack.experiments.swc.transformSync(
    readFileSync(source, 'utf8'),
    {
      jsc: {
        parser: { syntax: 'typescript' },
        target: 'es2022',
        minify: { compress: true, mangle: true, format: { comments: false } },
      },
      isModule: false,
      minify: true,
    },
  );
  return code.trim();
}
