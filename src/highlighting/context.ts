import { createContext } from 'react';

/** The highlighted code of the block around, as HTML; undefined where it is plain text. */
export const HighlightedCode = createContext<string | undefined>(undefined);
