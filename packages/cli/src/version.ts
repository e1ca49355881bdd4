/** Equal to the version in package.json; a test holds them together. */
export const VERSION = '0.1.0';

/** How the program names itself in the files it writes. */
export const GENERATOR = `Jixiao ${VERSION}`;
