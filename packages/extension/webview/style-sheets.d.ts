// Bundled into a style sheet of its own.
declare module '*.css';
