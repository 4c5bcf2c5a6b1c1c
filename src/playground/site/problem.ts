/** Thrown for what a page asks of the playground in vain; the place in the page is its caller's to add. */
export class PlaygroundError extends Error {}
