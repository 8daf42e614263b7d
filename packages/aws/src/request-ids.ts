/** Headers of an answer by which AWS finds its request. */
export const AWS_REQUEST_IDS: readonly string[] = ['x-amzn-requestid', 'x-amz-request-id']
