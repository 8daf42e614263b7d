/** Headers of an answer by which Google finds its request. */
export const GOOGLE_REQUEST_IDS: readonly string[] = ['x-goog-request-id']
