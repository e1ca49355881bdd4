import module from 'node:module';

/** Keeps compiled code between runs, as the shipped command line does. */
module.enableCompileCache();
const { produce } = await import('./produce.js');
await produce();
