// Limits for texts that anybody may have written. Each holds before anything is allocated.

/**
 * A signature, a certificate, a timestamp, or the body or checkpoint of a log entry. The longest signature of
 * any standard is that of SLH-DSA-256f with 49,856 bytes; a timestamp with the certificates and revocation
 * lists of its authority has some 30 kB.
 */
export const MAX_MATERIAL_BYTES: number = 128 * 1024

/** A name or a pointer to a key: addresses of keys are the longest in use. */
export const MAX_TEXT: number = 2048
