/** Numbers that the kiosk and the companion must agree on; format.md says what each means. */

export const PROTOCOL_VERSION = 1;

export const SERVICE_UUID = 'c9db0001-4c7e-426a-87bc-5e32ce7ef89e';
export const REQUEST_UUID = 'c9db0002-4c7e-426a-87bc-5e32ce7ef89e';
export const REPLY_UUID = 'c9db0003-4c7e-426a-87bc-5e32ce7ef89e';

/** Bytes of one write to the request characteristic: what every link carries before its MTU is agreed. */
export const REQUEST_WRITE_BYTES = 20;
/** Request id, part, parts. */
export const REQUEST_HEAD_BYTES = 3;
/** Bytes of a request that fit into one part. */
export const REQUEST_PART_BYTES = 17;
export const REQUEST_PARTS_MAX = 5;

/** Bytes of the reply characteristic: one read on Pixl.js, whose MTU is 53. */
export const REPLY_VALUE_BYTES = 48;
/** Bytes of a reply that fit into one chunk, between its head of 3 and its CRC of 4. */
export const CHUNK_PART_BYTES = 41;

// Requests
export const ASK_HELLO = 1;
export const ASK_VITALS = 2;
export const ASK_SHEET = 3;
export const ASK_CHUNK = 4;
export const TELL_ACK = 16;
export const TELL_CLOCK = 17;
export const TELL_SETTINGS = 18;
export const TELL_MAINTAIN = 19;

/** Added to the number of a request to give that of its reply. */
export const REPLY_BIT = 128;
/** First byte of a refusal; its second byte is one of the REFUSE numbers. */
export const REPLY_REFUSAL = 255;

export const REFUSE_COME_AGAIN = 1;
export const REFUSE_NO_SUCH_SHEET = 2;
export const REFUSE_NOT_ALLOWED = 3;
export const REFUSE_BAD_MAC = 4;
export const REFUSE_UNREADABLE = 5;

export const NONCE_BYTES = 8;
export const TAG_BYTES = 10;
/** Number of the reply, a zero, and 10 bytes of context stand before what is sealed. */
export const HEAD_BYTES = 12;
/** Sheets are filled up to a multiple of this, so that all sheets of up to 76 bytes are equally long when sealed. */
export const SHEET_STEP_WORDS = 20;
export const VITALS_WORDS = 15;

/** Purposes of the derived keys, and so their labels. */
export const LABEL_ENCRYPT = 69;
export const LABEL_MAC = 77;

/** Bits of the flags in the hello reply. */
export const HELLO_COMMISSIONED = 1;

/** Added to the minutes from UTC, so that they are never negative on the air. */
export const OFFSET_ZERO_MIN = 1440;
/** A clock before 2024-01-01 is not believed. */
export const CLOCK_LEAST_S = 1704067200;

// Time limits on the kiosk
export const CHALLENGE_S = 10;
export const PROOF_MS = 20000;
export const PROGRESS_MS = 30000;
