const BARE_ADDRESS = /\b(?:wss?|https?):\/\/[^\s"“”)»]+/g;
const BARE_URL =
  /(?<![\p{L}\p{N}/.…<>*])\/[\p{L}\p{N}_[\]:-]+(?:\/[\p{L}\p{N}_[\].:-]+)*/gu;
const BARE_FILE =
  /(?<![\w/.])[\w@.-]+(?:\/[\w@.[\]-]+)+\.(?:ts|js|json|html|css|mdx)\b/g;

// A folder is known by where it begins: "and/or" is none.
const BARE_FOLDER =
  /(?<![\w/.@-])(?:src|examples|node_modules|routes|server\/(?:api|routes|plugins|middleware))(?:\/[\w@[\]-]+(?:\.[\w@[\]-]+)*)+/g;

/** What a text names outside of backquotes. */
export interface BareNames {
  /** Addresses, then URLs, then files with their folders, then folders. */
  readonly names: readonly string[];
  /** The text without the addresses. */
  readonly rest: string;
}

/**
 * Finds the names in a text that nothing marks as names.
 *
 * @param text a line of prose or of a comment
 * @returns addresses, URLs and files as they are written
 */
export function bareNamesOf(text: string): BareNames {
  const addresses = text.match(BARE_ADDRESS) ?? [];
  const rest = text.replaceAll(BARE_ADDRESS, ' ');
  const files = rest.match(BARE_FILE) ?? [];
  const folders = (rest.match(BARE_FOLDER) ?? []).filter(
    (folder) => !files.some((file) => file.includes(folder)),
  );
  return {
    names: [
      ...addresses,
      ...(rest.match(BARE_URL) ?? []),
      ...files,
      ...folders,
      // The end of a sentence is no part of a name.
    ].map((name) => name.replace(/[.,:;]+$/, '')),
    rest,
  };
}
