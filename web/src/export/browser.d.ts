// What some engines have and the standard's types lack.
export {};

declare global {
  interface Uint8ArrayConstructor {
    fromBase64?(text: string): Uint8Array<ArrayBuffer>;
  }
  interface Element {
    webkitRequestFullscreen?(): Promise<void> | undefined;
    msRequestFullscreen?(): Promise<void> | undefined;
  }
  interface Document {
    webkitFullscreenElement?: Element | null;
    webkitExitFullscreen?(): Promise<void> | undefined;
  }
}
