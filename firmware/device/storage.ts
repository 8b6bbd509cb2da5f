/** The files in flash. Asked for once: each `require` takes its name's letters in the bundle. */
export const storage = require('Storage');
