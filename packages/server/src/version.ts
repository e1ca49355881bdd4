/** As editors show them. The version is that of the package. */
export const SERVER_NAME = 'jixiao';
export const SERVER_VERSION = '0.1.0';
