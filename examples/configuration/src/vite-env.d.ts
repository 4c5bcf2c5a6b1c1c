/// <reference types="vite/client" />

/** Variables of `.env` files that become part of the browser's code. */
interface ImportMetaEnv {
  readonly VITE_TITLE: string;
}
