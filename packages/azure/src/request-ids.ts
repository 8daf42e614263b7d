/** Headers of an answer by which Azure finds its request. */
export const AZURE_REQUEST_IDS: readonly string[] = ['x-ms-request-id']
