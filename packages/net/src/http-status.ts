/** Statuses of answers that mean something here: RFC 9110 §15, and RFC 6585 §4 for the last. */
export const HTTP_STATUS = {
  ok: 200,
  noContent: 204,
  badRequest: 400,
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  requestTimeout: 408,
  conflict: 409,
  preconditionFailed: 412,
  tooManyRequests: 429,
} as const
