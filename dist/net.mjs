import { __name } from "./rolldown-runtime.mjs";
import { ClawError, Token, isJsonObject, parseJson, permissionText, printable, systemCode } from "./core.mjs";
import { Agent as Agent$1, request as request$1 } from "node:https";
import { Agent, request } from "node:http";
import { BlockList, Socket, isIP } from "node:net";
import { connect, getCACertificates } from "node:tls";
import { subscribe } from "node:diagnostics_channel";
// packages/net/src/http-date.ts
const FORM = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/;
/** Milliseconds since the epoch; undefined for anything but such a date. */
function httpDate(text) {
	const time = FORM.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(time) ? void 0 : time;
}
// packages/net/src/http-status.ts
/** Statuses of answers that mean something here: RFC 9110 §15, and RFC 6585 §4 for the last. */
const HTTP_STATUS = {
	ok: 200,
	noContent: 204,
	badRequest: 400,
	unauthorized: 401,
	forbidden: 403,
	notFound: 404,
	requestTimeout: 408,
	conflict: 409,
	preconditionFailed: 412,
	tooManyRequests: 429
};
// packages/net/src/retry.ts
const TOTAL_MS = 3e4;
const TOTAL_WHEN_ASKED_MS = 9e4;
/** The time of one attempt, which leaves room for others within the 30 s. */
const ATTEMPT_MS = 1e4;
/** The seven waits between them take 10 to 21 s, so a service that answers at once gets this many. */
const MAX_ATTEMPTS = 8;
const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 8e3;
/** How far a timer and a clock may differ. */
const TIMER_MS = 100;
/** Whether an HTTP status may answer differently the next time. */
const isTransientStatus = (status) => status === HTTP_STATUS.requestTimeout || status === HTTP_STATUS.tooManyRequests || status >= 500 && status <= 599;
/** Milliseconds from a Retry-After header in seconds or as an HTTP date; undefined where it is neither. */
function retryAfter(header, clock) {
	if (header === null || header === void 0 || header === "") return void 0;
	if (/^\d{1,6}$/.test(header)) return Number(header) * 1e3;
	const date = httpDate(header);
	return date === void 0 ? void 0 : Math.max(0, date - clock.now());
}
/** The wait after `count` attempts: longer each time, up to a limit. Jitter separates jobs that failed together. */
const backoff = (count) => Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (count - 1)) * (.5 + Math.random() / 2);
/** The time that all attempts have together. */
var Budget = class {
	#clock;
	#start;
	#attemptMs;
	#total = TOTAL_MS;
	constructor(clock, attemptMs = ATTEMPT_MS) {
		this.#clock = clock;
		this.#attemptMs = attemptMs;
		this.#start = clock.now();
	}
	/** Milliseconds. A clock that is set back makes no wait longer. */
	left() {
		return this.#total - Math.max(0, this.#clock.now() - this.#start);
	}
	/** The share of the next attempt. */
	forAttempt() {
		return Math.max(1, Math.min(this.left(), this.#attemptMs));
	}
	/** Extends the time where the service asked to wait, for `after` milliseconds. */
	extendFor(after) {
		if (after > 0) this.#total = TOTAL_WHEN_ASKED_MS;
	}
};
/**
* Runs `attempt` until it succeeds, `classify` says that another try is pointless, or the time is up.
* `attempt` gets the milliseconds that it has: `attemptMs`, or what is left of the time of all.
*/
async function withRetry(attempt, classify, clock, attemptMs) {
	const budget = new Budget(clock, attemptMs);
	const failures = [];
	for (let count = 1;; count += 1) try {
		return await attempt(budget.forAttempt());
	} catch (error) {
		const { retry, after = 0, why = "a service did not answer" } = classify(error);
		if (!retry) throw error;
		if (budget.left() > TIMER_MS || count === 1) failures.push(error);
		budget.extendFor(after);
		const delay = Math.max(backoff(count), after);
		if (count >= MAX_ATTEMPTS || delay >= budget.left()) throw failures.at(-1);
		await clock.sleep(delay, why);
	}
}
// packages/net/src/failure.ts
/** Holds neither headers nor bodies: requests and answers hold tokens. */
var RequestFailure = class RequestFailure extends Error {
	status;
	reason;
	details;
	after;
	location;
	told;
	code;
	passes;
	#facts;
	constructor(facts) {
		const { status, reason, details, after, location, told, code, passes } = facts;
		super(status === void 0 ? reason ?? "nothing in time" : `status ${status}`);
		this.name = "RequestFailure";
		this.#facts = facts;
		this.status = status;
		this.reason = reason;
		this.details = details;
		this.after = after;
		this.location = location;
		this.told = told;
		this.code = code;
		this.passes = told?.retry ?? passes ?? (status === void 0 || isTransientStatus(status));
	}
	/** Whether the service said no rather than failed. */
	get refused() {
		return this.status !== void 0 && this.status >= 400 && this.status < 500 && !this.passes;
	}
	/** The failure in one word where there is one. */
	get word() {
		return this.reason ?? this.message;
	}
	/** The same failure with further facts. */
	with(facts) {
		return new RequestFailure({
			...this.#facts,
			...facts
		});
	}
};
/** Decides whether `service` is asked again after an error: only after a failed request. */
const hintAfter = (service) => (error) => error instanceof RequestFailure ? {
	retry: error.passes,
	after: error.after,
	why: `${service} answers ${error.message}`
} : { retry: false };
// packages/net/src/ask.ts
/** Corruption three times in a row is no accident on the way. */
const MAX_CORRUPT = 3;
const SECRET_LIKE = /Bearer \S+|\bya29\.\S+|\beyJ\S+|\bhv[sb]\.\S+|\b(?:AKIA|ASIA)\w+/gi;
/** Makes a new error: the client's own carries the request, which holds credentials. */
function readable(failure, { service, resource, permission }) {
	const { word, details, told } = failure;
	const code = told?.code ?? failure.code ?? "KMS_FAILED";
	const what = told === void 0 ? "" : `: ${told.what}`;
	const remedy = code === "KEY_FORBIDDEN" ? `Grant the identity of the job ${permissionText(permission)}.` : void 0;
	const cause = /* @__PURE__ */ new Error(`${word}: ${printable((details ?? "no details").replace(SECRET_LIKE, "[redacted]"))}`);
	return new ClawError(code, `${resource}: ${service} answers ${printable(word)}${what}.`, {
		cause,
		remedy: told?.remedy ?? remedy
	});
}
/** The error for an answer that fails its checksum or is about something else. It is asked for again: most corruption happens on the way. */
const corrupt = (resource, problem) => new ClawError("SIGNATURE_CORRUPT", `${resource}: ${problem}; nothing was published.`);
/**
* Makes `call` and checks its answer with `read`, again where that can help. `call` gets its time in
* milliseconds. Throws a ClawError: that of `classify`, SIGNATURE_CORRUPT, or what `read` throws.
*/
async function ask(question, call, read) {
	const classify = (error) => error instanceof RequestFailure && error.code !== void 0 ? error : question.classify(error);
	let corrupted = 0;
	const hint = (error) => {
		if (!(error instanceof ClawError)) {
			const { passes, after, word } = classify(error);
			return {
				retry: passes,
				after,
				why: `${question.service} answers ${printable(word)}`
			};
		}
		if (error.code === "SIGNATURE_CORRUPT") corrupted += 1;
		return { retry: error.code === "SIGNATURE_CORRUPT" && corrupted < MAX_CORRUPT };
	};
	try {
		return await withRetry(async (timeout) => read(await call(timeout)), hint, question.clock);
	} catch (error) {
		throw error instanceof ClawError ? error : readable(classify(error), question);
	}
}
// packages/net/src/bounded-bytes.ts
/** Reads all bytes of `stream`. Throws the error of `tooLarge` after more than `limit` of them, which ends the stream. */
async function boundedBytes(stream, limit, tooLarge) {
	const chunks = [];
	let size = 0;
	for await (const chunk of stream) {
		size += chunk.length;
		if (size > limit) throw tooLarge();
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
// packages/net/src/clock-skew.ts
/** Up to this difference clocks agree: the header has whole seconds, and the answer may be slow. */
const AGREES_SECONDS = 30;
/** Seconds by which our clock is ahead, negative where it is behind; undefined without a date. */
function clockSkew(date, clock) {
	const time = httpDate(date ?? "");
	return time === void 0 ? void 0 : Math.round((clock.now() - time) / 1e3);
}
/** Whether a skew is large enough to be the cause of a refusal. */
const isSkewed = (skew) => Math.abs(skew ?? 0) > AGREES_SECONDS;
/** The difference of the clocks, as a clause. */
const timeProblem = (skew) => skew === void 0 ? "the clock of this machine may be wrong" : `the clock of this machine is ${Math.abs(skew)} s ${skew > 0 ? "ahead of" : "behind"} that of the service`;
// packages/net/src/clock.ts
const systemClock = {
	now: () => Date.now(),
	sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
};
// packages/net/src/connection-causes.ts
const CONNECTION_CAUSES = [
	{
		pattern: /^(?!ERR_)[A-Z_]*(?:CERT|CRL|SIGNATURE|ISSUER|ALTNAME)|^ERR_TLS_CERT|Last error: .*(?:certificate|altnames)/,
		what: "the certificate that was shown is not trusted here",
		remedy: "Have NODE_EXTRA_CA_CERTS of the runner, or vault-ca for Vault, name the authority, as a proxy that opens TLS has its own.",
		retry: false
	},
	{
		pattern: /^(?:ENOTFOUND|EAI_AGAIN)\n|^Name resolution failed|\nName resolution failed/,
		what: "its name cannot be resolved here",
		remedy: "Check the name in the inputs, and DNS, HTTPS_PROXY and NO_PROXY of the runner."
	},
	{
		pattern: /^ERR_PROXY_TUNNEL\n|^timeout at the proxy\n/,
		what: "the proxy does not let the connection through",
		remedy: "Check HTTPS_PROXY and NO_PROXY of the runner, and what the proxy allows."
	},
	{
		pattern: /Last error: .*\b(?<where>E[A-Z]{4,15})\b/,
		what: "there is no connection",
		remedy: "Check that the runner may reach it, and run again later."
	}
];
// packages/net/src/endpoint.ts
const LOOPBACK$1 = /* @__PURE__ */ new Set([
	"127.0.0.1",
	"[::1]",
	"localhost"
]);
/** The parts of an unreadable URL that may hold credentials or tokens. */
const SECRET_PARTS = /(?<=\/\/).*@|[?#].*$/gs;
const isLoopback = (url) => LOOPBACK$1.has(url.hostname);
/** An https URL, or http on loopback, without credentials, query or fragment. Throws ENDPOINT_INSECURE or INPUT_INVALID. */
function parseEndpoint(text, input) {
	const url = URL.parse(text);
	if (url === null) throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text.replaceAll(SECRET_PARTS, "…"))}" is not a URL.`);
	if (!(url.protocol === "https:" || url.protocol === "http:" && isLoopback(url)) || url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") throw new ClawError("ENDPOINT_INSECURE", `Input ${input}: "${printable(`${url.protocol}//${url.host}`)}" is neither https nor loopback, or its URL has credentials, a query or a fragment.`);
	return url;
}
// packages/net/src/token-claims.ts
/** Returns the claims of a compact JWT, none of them verified. Returns none for a token that cannot be read. */
function tokenClaims(token) {
	try {
		const claims = parseJson(Buffer.from(token.reveal().split(".")[1] ?? "", "base64url"), "The token");
		return isJsonObject(claims) ? claims : {};
	} catch {
		return {};
	}
}
// packages/net/src/exchange-error.ts
function shownClaim(token, name) {
	const { [name]: claim } = tokenClaims(token);
	return typeof claim === "string" ? printable(claim) : "unknown";
}
/** The sub of our own token, for a person to compare with the trust condition. */
const shownSubject = (token) => shownClaim(token, "sub");
/** Its iss, which differs between GitHub instances. */
const shownIssuer = (token) => shownClaim(token, "iss");
/** `status 400, invalid_grant: the cause` */
function answerClause({ status, reason, told }) {
	const shown = [status === void 0 ? "no answer" : `status ${status}`, reason].filter((word) => word !== void 0).join(", ");
	return told === void 0 ? `(${shown})` : `(${shown}): ${told.what}`;
}
const refusal = (error, { step, shown = "", remedy }) => new ClawError(error.told?.code ?? "CREDENTIALS_REFUSED", `${step} was refused ${answerClause(error)}. ${shown}`.trimEnd(), { remedy: error.told?.remedy ?? remedy });
/** The error for a failed exchange: CREDENTIALS_REFUSED where the service said no, CREDENTIALS_FAILED where it failed, or the code of a known cause. */
function exchangeError(error, asked) {
	const { step } = asked;
	if (!(error instanceof RequestFailure)) return new ClawError("CREDENTIALS_FAILED", `${step} failed: the answer is not JSON.`);
	if (error.refused) return refusal(error, asked);
	const { code = "CREDENTIALS_FAILED", remedy } = error.told ?? {};
	return new ClawError(code, `${step} failed ${answerClause(error)}.`, { remedy });
}
/** Visible characters of ASCII, as a header takes them. No token in use has half of the length. */
const TOKEN = /^[\x21-\x7e]{1,16384}$/;
/** The token in an answer, masked before anything else looks at it. Throws CREDENTIALS_FAILED where there is none. */
function receivedToken(value, step, mask) {
	const token = typeof value === "string" ? Token.receive(value, mask) : void 0;
	if (token !== void 0 && TOKEN.test(token.reveal())) return token;
	throw new ClawError("CREDENTIALS_FAILED", `${step} gave no token.`);
}
// packages/net/src/known-cause.ts
function told({ what, remedy, code, retry, clock }, where, skew) {
	if (clock !== true || skew !== void 0 && !isSkewed(skew)) return {
		what: where === void 0 ? what : `${what} (${where})`,
		remedy,
		code,
		retry
	};
	return {
		what: `${what}; ${timeProblem(skew)}`,
		remedy: "Set the clock of the runner by NTP, and run again.",
		code: "CLOCK_SKEWED",
		retry
	};
}
/** Returns the first cause that the answer names, if any. */
function knownCause(causes, { reason = "", text = "", skew }) {
	const answer = `${reason}\n${text.replaceAll(/\s+/g, " ")}`;
	for (const cause of causes) {
		const found = cause.pattern.exec(answer);
		if (found !== null) return told(cause, found.groups?.["where"], skew);
	}
}
// packages/net/src/proxy.ts
/** Reads a variable; an empty one counts as absent. Lower case comes first, as in curl and Go. */
const variable = (environment, name) => [environment[name], environment[name.toUpperCase()]].find((value) => value !== void 0 && value !== "") ?? "";
/** Whether user and password can be decoded. Others would fail at the first request, deep in a client. */
function isDecodable(text) {
	try {
		return true;
	} catch {
		return false;
	}
}
/** Throws INPUT_INVALID, without the value: it may hold a password. */
function parseProxy(text) {
	const url = URL.parse(text);
	if (url === null || !["http:", "https:"].includes(url.protocol) || !isDecodable(url.username + url.password)) throw new ClawError("INPUT_INVALID", "Variable HTTPS_PROXY: its value is not the URL of an HTTP proxy.", { remedy: "Write http://HOST:PORT, with what is special in user and password percent-encoded." });
	return url;
}
const bare = (host) => host.replace(/^\[|\]$/g, "").replace(/\.$/, "");
const family = (address) => isIP(address) === 6 ? "ipv6" : "ipv4";
const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8, "ipv4");
LOOPBACK.addAddress("::1", "ipv6");
/** No proxy can reach the loopback of this machine. */
const isOwnMachine = (host) => host === "localhost" || host.endsWith(".localhost") || isIP(host) > 0 && LOOPBACK.check(host, family(host));
function isInNetwork(host, entry) {
	const [, address = "", bits] = /^(.+)\/([0-9]{1,3})$/.exec(entry) ?? [];
	const length = Number(bits);
	if (isIP(host) === 0 || isIP(address) !== isIP(host) || length > (isIP(host) === 6 ? 128 : 32)) return false;
	const network = new BlockList();
	network.addSubnet(address, length, family(address));
	return network.check(host, family(host));
}
/** `host`, `host:port`, `[v6]:port`; an IPv6 address without brackets has no port. */
function splitPort(entry) {
	const [, name, port] = /^(\[.*\]|[^:]*):([0-9]+)$/.exec(entry) ?? [];
	return {
		name: bare(name ?? entry),
		port
	};
}
/** A bare domain covers its subdomains, as in curl and Go; so do `.domain` and `*.domain`. An address is only itself. */
function isExcepted(host, port, entry) {
	if (entry === "*" || isInNetwork(host, entry)) return true;
	const { name, port: only } = splitPort(entry);
	const domain = name.replace(/^\*?\./, "");
	if (domain === "" || only !== void 0 && only !== port) return false;
	return host === domain || isIP(host) === 0 && host.endsWith(`.${domain}`);
}
/**
* The proxy for a connection to `url`; undefined for none. `https_proxy` or `HTTPS_PROXY` names it, and
* `no_proxy` or `NO_PROXY` what goes past it: entries between commas or spaces, each a domain with all below
* it, an address, a network (`10.0.0.0/8`), or `*`; each but the last two may end in a port. A proxy sees where an
* https connection leads and nothing more. http is for loopback alone and never goes through one, for it
* would see the token. Throws INPUT_INVALID.
*/
function proxyFor(url, environment = process.env) {
	const proxy = variable(environment, "https_proxy");
	const host = bare(url.hostname.toLowerCase());
	if (proxy === "" || url.protocol !== "https:" || isOwnMachine(host)) return void 0;
	const port = url.port === "" ? "443" : url.port;
	return variable(environment, "no_proxy").toLowerCase().split(/[\s,]+/).some((entry) => isExcepted(host, port, entry)) ? void 0 : parseProxy(proxy);
}
/** Throws INPUT_INVALID for a proxy that no client could use, before one is made. */
function checkProxy(environment = process.env) {
	const proxy = variable(environment, "https_proxy");
	if (proxy !== "") parseProxy(proxy);
}
// packages/net/src/tunnel.ts
/** Longer than any request waits. A tunnel that nobody waits for any more is given up. */
const TUNNEL_MS = 3e4;
/** The error of a refused tunnel, with the code of Node by which its cause is known. */
const refused = () => Object.assign(/* @__PURE__ */ new Error("The proxy opens no tunnel."), { code: "ERR_PROXY_TUNNEL" });
const proxyCredentials = ({ username, password }) => username === "" && password === "" ? {} : { "proxy-authorization": `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString("base64")}` };
/** Opens a tunnel. Rejects with an error that has a code. */
function openTunnel(proxy, host, port) {
	const target = `${host.includes(":") ? `[${host}]` : host}:${port}`;
	const open = proxy.protocol === "https:" ? request$1 : request;
	return new Promise((resolve, reject) => {
		const asking = open({
			hostname: proxy.hostname.replace(/^\[|\]$/g, ""),
			port: proxy.port,
			method: "CONNECT",
			path: target,
			headers: {
				host: target,
				...proxyCredentials(proxy)
			},
			agent: false,
			rejectUnauthorized: true
		});
		const timer = setTimeout(() => asking.destroy(refused()), TUNNEL_MS);
		timer.unref();
		asking.once("connect", ({ statusCode }, socket, head) => {
			clearTimeout(timer);
			if (statusCode === HTTP_STATUS.ok && head.length === 0) return resolve(socket);
			socket.destroy();
			return reject(refused());
		});
		asking.once("error", (error) => {
			clearTimeout(timer);
			reject(error);
		});
		asking.end();
	});
}
/** An agent with all its connections through `proxy`. */
var ProxiedAgent = class extends Agent$1 {
	#proxy;
	constructor(proxy, options) {
		super(options);
		this.#proxy = proxy;
	}
	createConnection(options, opened) {
		if (opened !== void 0) this.#open(options, opened);
	}
	async #open(options, opened) {
		const { host = "", port = 443 } = options;
		try {
			const socket = await openTunnel(this.#proxy, host, String(port));
			opened(null, connect({
				...options,
				socket,
				ALPNProtocols: ["http/1.1"]
			}));
		} catch (error) {
			opened(error instanceof Error ? error : refused(), new Socket());
		}
	}
};
// packages/net/src/within.ts
/** The time for credentials of the machine: libraries try several places in turn, some of them repeatedly. */
const MACHINE_MS = 3e4;
/** Returns the result of `work`, or throws the error of `late` after `milliseconds`. Any later result is ignored. */
async function within(milliseconds, work, late) {
	const over = Promise.withResolvers();
	const timer = setTimeout(() => over.reject(late()), milliseconds);
	try {
		return await Promise.race([work, over.promise]);
	} finally {
		clearTimeout(timer);
	}
}
// packages/net/src/http-client.ts
/** Codes of OpenSSL and Node for certificates and handshakes that were refused. */
const TLS_REFUSAL = /CERT|CRL|SIGNATURE|ISSUER|TLS|SSL|EPROTO/;
/** The failure of a request without an answer. An untrusted certificate is not tried again. */
function withoutAnswer(reason) {
	return new RequestFailure({
		reason,
		told: knownCause(CONNECTION_CAUSES, { reason }),
		passes: !TLS_REFUSAL.test(reason)
	});
}
const tooLarge = () => new RequestFailure({
	reason: "answer too large",
	passes: false
});
const joinedHeaders = (answer) => Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]));
const bareHost = (url) => url.hostname.replace(/^\[|\]$/g, "");
function openOptions(url, request) {
	const length = request.body === void 0 ? {} : { "content-length": Buffer.byteLength(request.body) };
	return {
		hostname: bareHost(url),
		port: url.port,
		path: `${url.pathname}${url.search}`,
		method: request.method,
		headers: {
			...request.headers,
			...length
		}
	};
}
/** Options for the roots of Node and those of `tls`. */
const agentOptions = ({ ca, cert, key }) => ({
	...ca === void 0 ? {} : { ca: [...getCACertificates("default"), ca] },
	...cert === void 0 ? {} : { cert },
	...key === void 0 ? {} : { key },
	rejectUnauthorized: true
});
/** Makes an agent that goes through `proxy`, or past every proxy. */
function agentThrough(proxy, tls) {
	const options = {
		keepAlive: true,
		...agentOptions(tls)
	};
	return proxy === void 0 ? new Agent$1(options) : new ProxiedAgent(proxy, options);
}
/** Makes the agent for a client that connects to the host of `url` alone. Throws INPUT_INVALID for an invalid proxy. */
const tlsAgent = (url) => agentThrough(proxyFor(url), {});
/** Returns agents for any URL, one for each proxy. http goes past every proxy. */
function agentsFor(tls = {}) {
	const agents = /* @__PURE__ */ new Map();
	const plainAgent = new Agent({ keepAlive: true });
	return (url) => {
		if (url.protocol !== "https:") return plainAgent;
		const proxy = proxyFor(url);
		const way = proxy?.href ?? "";
		const agent = agents.get(way) ?? agentThrough(proxy, tls);
		agents.set(way, agent);
		return agent;
	};
}
/** Reads the answer, and ends `asking` when its time is over at any stage. Node's own signal does nothing before there is a socket. */
async function answerTo(asking, request, first) {
	let wait = first;
	const answered = new Promise((resolve, reject) => {
		asking.once("socket", () => wait = "while connecting").once("finish", () => wait = "before the answer").once("response", resolve).on("error", reject).end(request.body);
	});
	const read = async () => {
		const answer = await answered;
		wait = "within the answer";
		const body = await boundedBytes(answer, request.maxBytes, tooLarge);
		return {
			status: answer.statusCode ?? 0,
			headers: joinedHeaders(answer),
			body
		};
	};
	return within(request.timeout, read(), () => {
		asking.destroy();
		return withoutAnswer(`timeout ${wait}`);
	});
}
/** Makes a client. Unreadable PEM, and a certificate that does not fit its key, fail at the first request. */
function httpClient(tls = {}) {
	const agentFor = agentsFor(tls);
	return async (url, request$3) => {
		const options = {
			...openOptions(url, request$3),
			agent: agentFor(url)
		};
		const first = proxyFor(url) === void 0 ? "while connecting" : "at the proxy";
		try {
			return await answerTo((url.protocol === "https:" ? request$1 : request)(options), request$3, first);
		} catch (error) {
			throw error instanceof RequestFailure ? error : withoutAnswer(systemCode(error) ?? "no connection");
		}
	};
}
// packages/net/src/masking-once.ts
/** Returns `mask`, called once for each value: clients give the same token with each call. */
function maskingOnce(mask) {
	const known = /* @__PURE__ */ new Set();
	return (value) => {
		if (known.has(value)) return;
		known.add(value);
		mask?.(value);
	};
}
// packages/net/src/oauth-error.ts
/** Reads `{"error":"invalid_grant","error_description":"…"}` */
function oauthError(answer) {
	const { error, error_description: text } = answer;
	return {
		reason: typeof error === "string" && /^[A-Za-z_]{1,40}$/.test(error) ? error : void 0,
		text: typeof text === "string" ? text : void 0
	};
}
// packages/net/src/renewing.ts
const RENEW_BEFORE_MS = 6e4;
/**
* Returns credentials of `exchange`, one of which serves concurrent callers. They are renewed a minute before
* their end, or at half of a short life. A failure is not kept: the next caller tries again.
*/
function renewing(exchange, clock) {
	let known;
	let renewAt = 0;
	let pending;
	const renew = async () => {
		const asked = clock.now();
		try {
			known = await exchange();
			renewAt = known.expires - Math.min(RENEW_BEFORE_MS, (known.expires - asked) / 2);
			return known;
		} finally {
			pending = void 0;
		}
	};
	return { mint: async () => {
		if (known !== void 0 && clock.now() < renewAt) return known;
		pending ??= renew();
		return pending;
	} };
}
// packages/net/src/request-log.ts
/** The header of providers that have no name of their own for it. */
const COMMON_ID = "x-request-id";
const field = (value, name) => typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
/** A short word in the alphabet of ids and hosts; anything else is not shown. */
const bareWord = (value) => typeof value === "string" && /^[\w.:[\]-]{1,128}$/.test(value) ? value : typeof value === "number" ? String(value) : "?";
/** The value of a header in the flat list of names and values that undici hands on. */
function listed(headers, name) {
	if (!Array.isArray(headers)) return field(headers, name);
	const words = headers.map(String);
	const index = words.findIndex((word, place) => place % 2 === 0 && word.toLowerCase() === name);
	return index === -1 ? void 0 : words[index + 1];
}
const answerReader = (status) => (message) => {
	const response = field(message, "response");
	return [field(response, status), field(response, "headers")];
};
/** Requests of HTTP/1 (node:http, node:https), of gRPC (node:http2) and of fetch. */
const CHANNELS = [
	{
		name: "http.client.request.start",
		key: "request",
		about: (message) => {
			const request = field(message, "request");
			return [field(request, "method"), field(request, "host")];
		}
	},
	{
		name: "http.client.response.finish",
		key: "request",
		answer: answerReader("statusCode")
	},
	{
		name: "http.client.request.error",
		key: "request"
	},
	{
		name: "http2.client.stream.created",
		key: "stream",
		about: (message) => {
			const headers = field(message, "headers");
			return [field(headers, ":method"), field(headers, ":authority")];
		}
	},
	{
		name: "http2.client.stream.finish",
		key: "stream",
		answer: (message) => {
			const headers = field(message, "headers");
			return [field(headers, ":status"), headers];
		}
	},
	{
		name: "http2.client.stream.error",
		key: "stream"
	},
	{
		name: "undici:request:create",
		key: "request",
		about: (message) => {
			const request = field(message, "request");
			return [field(request, "method"), URL.parse(String(field(request, "origin")))?.host];
		}
	},
	{
		name: "undici:request:headers",
		key: "request",
		answer: answerReader("statusCode")
	},
	{
		name: "undici:request:error",
		key: "request"
	}
];
function ending({ answer }, message, requestIds) {
	if (answer === void 0) return `failed (${bareWord(field(field(message, "error"), "code"))})`;
	const [status, headers] = answer(message);
	const id = [...requestIds, COMMON_ID].map((name) => listed(headers, name)).find((value) => value !== void 0);
	return id === void 0 ? bareWord(status) : `${bareWord(status)}, request id ${bareWord(id)}`;
}
/** Prints a line for each request of this process from now on. `requestIds` are headers of an answer by which its provider finds a request. */
function logRequests(print, requestIds, now = () => performance.now()) {
	const started = /* @__PURE__ */ new WeakMap();
	for (const channel of CHANNELS) subscribe(channel.name, (message) => {
		const request = field(message, channel.key);
		if (typeof request !== "object" || request === null) return;
		if (channel.about !== void 0) {
			const [method, host] = channel.about(message);
			started.set(request, {
				method: bareWord(method),
				host: bareWord(host),
				begin: now()
			});
			return;
		}
		const known = started.get(request);
		if (known === void 0) return;
		started.delete(request);
		const time = Math.round(now() - known.begin);
		print(printable(`${known.method} ${known.host}: ${ending(channel, message, requestIds)}, ${time} ms`));
	});
}
// packages/net/src/request.ts
/** More than any token, session or error of a service takes. */
const MAX_ANSWER_BYTES = 262144;
const JSON_TYPE = "application/json";
const defaultClient = httpClient();
const jsonBody = (value) => ({
	type: JSON_TYPE,
	bytes: JSON.stringify(value)
});
const formBody = (fields) => ({
	type: "application/x-www-form-urlencoded",
	bytes: new URLSearchParams(fields).toString()
});
/** The address of `path` below a service, which may have a path of its own. */
const below = (service, path) => new URL(`${service.href.replace(/\/+$/, "")}/${path}`);
function failure(answer, { clock, readFailure }) {
	const { status, headers } = answer;
	return new RequestFailure({
		status,
		location: headers["location"],
		after: retryAfter(headers["retry-after"], clock),
		...readFailure?.(answer, clockSkew(headers["date"], clock))
	});
}
/** Makes one attempt of `timeout` milliseconds. Throws RequestFailure. */
async function requestOnce(asked, timeout) {
	const { url, headers, body, wished = [HTTP_STATUS.ok], maxBytes = MAX_ANSWER_BYTES, http = defaultClient } = asked;
	const answer = await http(url, {
		method: body === void 0 ? "GET" : "POST",
		headers: {
			...headers,
			...body === void 0 ? {} : { "content-type": body.type }
		},
		body: body?.bytes,
		timeout,
		maxBytes
	});
	if (wished.includes(answer.status)) return answer;
	throw failure(answer, asked);
}
/** Sends a request, again where that can help. Throws the RequestFailure of one of the attempts. */
function request$2(asked) {
	const { url, service = url.host, clock, attemptMs } = asked;
	return withRetry((timeout) => requestOnce(asked, timeout), hintAfter(service), clock, attemptMs);
}
__name(request$2, "request");
/** Requests JSON, and returns an empty object for an empty answer (204). Throws RequestFailure, or JSON_INVALID for an answer that is not JSON. */
async function requestJson(asked) {
	const { status, body } = await request$2({
		...asked,
		headers: {
			accept: JSON_TYPE,
			...asked.headers
		}
	});
	return status === HTTP_STATUS.noContent ? {} : parseJson(body, `The answer of ${asked.url.host}`);
}
/** Requests a JSON object. Throws RequestFailure, also for another value with status 200, or JSON_INVALID. */
async function requestObject(asked) {
	const answer = await requestJson(asked);
	if (isJsonObject(answer)) return answer;
	throw new RequestFailure({
		status: HTTP_STATUS.ok,
		reason: "no object"
	});
}
/** Reads a JSON object from the answer of a failure. Returns an empty one for anything else, such as a page of a proxy. */
function answeredObject(body) {
	try {
		const answer = parseJson(body, "The answer");
		return isJsonObject(answer) ? answer : {};
	} catch {
		return {};
	}
}
export { CONNECTION_CAUSES, HTTP_STATUS, MACHINE_MS, RequestFailure, agentsFor, answeredObject, ask, below, boundedBytes, checkProxy, clockSkew, corrupt, exchangeError, formBody, hintAfter, httpClient, isLoopback, isTransientStatus, jsonBody, knownCause, logRequests, maskingOnce, oauthError, parseEndpoint, proxyFor, receivedToken, renewing, request$2 as request, requestJson, requestObject, requestOnce, retryAfter, shownIssuer, shownSubject, systemClock, tlsAgent, tokenClaims, withRetry, within };
