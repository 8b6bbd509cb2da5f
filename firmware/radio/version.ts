/** The version in package.json: major + 256 x minor + 65,536 x patch. */
export const FIRMWARE_VERSION = 256;
export const FIRMWARE_NAME = '0.1.0';
