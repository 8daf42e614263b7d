/** Headers of an answer that let Google find the request. */
export const GOOGLE_REQUEST_IDS: readonly string[] = ['x-goog-request-id']
