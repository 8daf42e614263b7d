import { __name } from "./rolldown-runtime.mjs";
import { ClawError, isJsonObject, parseJson, printable } from "./core.mjs";
import { Agent as Agent$1, request as request$1 } from "node:https";
import { Agent, request } from "node:http";
import { BlockList, Socket, isIP } from "node:net";
import { connect, getCACertificates } from "node:tls";
import { subscribe } from "node:diagnostics_channel";
// packages/net/src/http-date.ts
const FORM = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/;
/** Milliseconds since 1970; undefined for what is no date. */
function httpDate(text) {
	const time = FORM.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(time) ? void 0 : time;
}
// packages/net/src/clock-skew.ts
/** Below it, clocks agree as far as a header in whole seconds and a slow answer can tell. */
const AGREES_SECONDS = 30;
/** Seconds by which our clock is ahead; negative where it is behind. undefined without a date. */
function clockSkew(date, clock) {
	const time = httpDate(date ?? "");
	return time === void 0 ? void 0 : Math.round((clock.now() - time) / 1e3);
}
/** Whether a skew is large enough to be the cause of a refusal. */
const isSkewed = (skew) => Math.abs(skew ?? 0) > AGREES_SECONDS;
/** How the clocks differ, as a clause. */
const timeProblem = (skew) => skew === void 0 ? "the clock of this machine may be wrong" : `the clock of this machine is ${Math.abs(skew)} s ${skew > 0 ? "ahead of" : "behind"} that of the service`;
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
/** The first cause of `causes` that the answer names; undefined where none does. */
function causeOf(causes, { reason = "", text = "", skew }) {
	const answer = `${reason}\n${text.replaceAll(/\s+/g, " ")}`;
	for (const cause of causes) {
		const found = cause.pattern.exec(answer);
		if (found !== null) return told(cause, found.groups?.["where"], skew);
	}
}
// packages/net/src/retry.ts
const TOTAL_MS = 3e4;
const TOTAL_WHEN_ASKED_MS = 9e4;
/** The seven waits between them are 10 to 21 s: whoever answers at once is asked this often. */
const MAX_ATTEMPTS = 8;
const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 8e3;
/** How much a timer and a clock may differ. */
const TIMER_MS = 100;
/** Whether an HTTP status may answer differently the next time. */
const isTransientStatus = (status) => status === 408 || status === 429 || status >= 500 && status <= 599;
/** Milliseconds from a Retry-After header in seconds or as an HTTP date; undefined where it is neither. */
function retryAfter(header, clock) {
	if (header === null || header === void 0 || header === "") return void 0;
	if (/^\d{1,6}$/.test(header)) return Number(header) * 1e3;
	const date = httpDate(header);
	return date === void 0 ? void 0 : Math.max(0, date - clock.now());
}
/** Each wait is longer than the one before it, up to a limit; jitter keeps jobs that failed together apart. */
const backoff = (count) => Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (count - 1)) * (.5 + Math.random() / 2);
/** The time that all attempts have together. */
var Budget = class {
	#clock;
	#start;
	#total = TOTAL_MS;
	constructor(clock) {
		this.#clock = clock;
		this.#start = clock.now();
	}
	/** Milliseconds. A clock that is set back makes no wait longer. */
	left() {
		return this.#total - Math.max(0, this.#clock.now() - this.#start);
	}
	/** `after`: how long the service asked to wait. */
	extendFor(after) {
		if (after > 0) this.#total = TOTAL_WHEN_ASKED_MS;
	}
};
/**
* Runs `attempt` until it succeeds, `classify` says that another try is pointless, or the time is up.
* `attempt` gets the milliseconds left, to bound its own request.
*/
async function withRetry(attempt, classify, clock) {
	const budget = new Budget(clock);
	const failures = [];
	for (let count = 1;; count += 1) try {
		return await attempt(Math.max(1, budget.left()));
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
// packages/net/src/ask.ts
/** One attempt; leaves room for others within the 30 s of all attempts. */
const ATTEMPT_MS$3 = 1e4;
/** Corruption that happens three times in a row is no accident on the way. */
const MAX_CORRUPT = 3;
const SECRET_LIKE = /Bearer \S+|\bya29\.\S+|\beyJ\S+|\bhv[sb]\.\S+|\b(?:AKIA|ASIA)\w+/gi;
/** `failure`, as the first of `causes` that the answer names tells it. */
function explained(failure, causes, answered) {
	const cause = causeOf(causes, answered);
	if (cause === void 0) return failure;
	return {
		...failure,
		cause,
		code: cause.code ?? failure.code,
		retry: cause.retry ?? failure.retry
	};
}
/** A state of the key that an answer tells as a result, and that is a failure here. */
var KeyState = class extends Error {
	failure;
	constructor(failure) {
		super(failure.name);
		this.name = "KeyState";
		this.failure = failure;
	}
};
/** A new error: the client's own carries the request, and the request holds credentials. */
function readable(failure, { service, resource, permission }) {
	const { name, code, details, cause: known } = failure;
	const what = known === void 0 ? "" : `: ${known.what}`;
	const remedy = code === "KEY_FORBIDDEN" ? `Grant the identity of the job ${permission}.` : void 0;
	const cause = /* @__PURE__ */ new Error(`${name}: ${printable((details ?? "no details").replace(SECRET_LIKE, "[redacted]"))}`);
	return new ClawError(code, `${resource}: ${service} answers ${printable(name)}${what}.`, {
		cause,
		remedy: known?.remedy ?? remedy
	});
}
/** An answer that fails its checksum or is about something else. Asked for again: most corruption is on the way. */
const corrupt = (resource, problem) => new ClawError("SIGNATURE_CORRUPT", `${resource}: ${problem}; nothing was published.`);
/**
* Makes `call` and checks its answer with `read`, again where that can help. `call` gets its time in
* milliseconds. Throws a ClawError: what `classify` says, SIGNATURE_CORRUPT, or what `read` throws.
*/
async function ask(question, call, read) {
	const classify = (error) => error instanceof KeyState ? error.failure : question.classify(error);
	let corrupted = 0;
	const hint = (error) => {
		if (!(error instanceof ClawError)) {
			const { retry, after, name } = classify(error);
			return {
				retry,
				after,
				why: `${question.service} answers ${printable(name)}`
			};
		}
		if (error.code === "SIGNATURE_CORRUPT") corrupted += 1;
		return { retry: error.code === "SIGNATURE_CORRUPT" && corrupted < MAX_CORRUPT };
	};
	try {
		return await withRetry(async (budget) => read(await call(Math.min(budget, ATTEMPT_MS$3))), hint, question.clock);
	} catch (error) {
		throw error instanceof ClawError ? error : readable(classify(error), question);
	}
}
// packages/net/src/bounded-bytes.ts
/** All bytes of `stream`. More than `limit` of them throw what `refuse` makes; leaving the loop ends the stream. */
async function boundedBytes(stream, limit, refuse) {
	const chunks = [];
	let size = 0;
	for await (const chunk of stream) {
		size += chunk.length;
		if (size > limit) throw refuse();
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
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
/** What a URL that cannot be read would show of credentials and tokens in it. */
const SECRET_PARTS = /(?<=\/\/).*@|[?#].*$/gs;
const isLoopback = (url) => LOOPBACK$1.has(url.hostname);
/** An https URL, or http on loopback, without credentials, query or fragment. Throws ENDPOINT_INSECURE or INPUT_INVALID. */
function parseEndpoint(text, input) {
	const url = URL.parse(text);
	if (url === null) throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text.replaceAll(SECRET_PARTS, "…"))}" is not a URL.`);
	if (!(url.protocol === "https:" || url.protocol === "http:" && isLoopback(url)) || url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") throw new ClawError("ENDPOINT_INSECURE", `Input ${input}: "${printable(`${url.protocol}//${url.host}`)}" is neither https nor loopback, or its URL has credentials, a query or a fragment.`);
	return url;
}
// packages/net/src/google-reasons.ts
const WORD = /^[A-Z][A-Z0-9_]{1,63}$/;
/** Reasons in the details of a status: `SERVICE_DISABLED`, and types of failed preconditions. */
function googleReasons(details) {
	if (!Array.isArray(details)) return void 0;
	const shown = details.filter(isJsonObject).flatMap(({ reason, violations }) => [reason, ...Array.isArray(violations) ? violations.filter(isJsonObject).map(({ type }) => type) : []]).filter((word) => typeof word === "string").filter((word) => WORD.test(word));
	return shown.length === 0 ? void 0 : [...new Set(shown)].join(" ");
}
// packages/net/src/proxy.ts
/** A variable that is set to nothing is not set. Lower case comes first, as in curl and Go. */
const variable = (environment, name) => [environment[name], environment[name.toUpperCase()]].find((value) => value !== void 0 && value !== "") ?? "";
/** A user or password that is not percent-encoded would fail at the first request, deep in a client. */
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
/**
* The channel option that makes gRPC use the proxy for `target`, or none. gRPC reads the proxy from variables
* when it connects; they are set here to what was decided. Throws INPUT_INVALID for a proxy that is reached
* over https, which gRPC passes over in silence.
*/
function grpcProxyOption(target) {
	const proxy = proxyFor(target);
	if (proxy === void 0) return { "grpc.enable_http_proxy": 0 };
	if (proxy.protocol !== "http:") throw new ClawError("INPUT_INVALID", "Variable HTTPS_PROXY: the client of Google Cloud reaches no proxy by https.", { remedy: "Write http://HOST:PORT: inside of it the connection is encrypted all the same." });
	process.env["grpc_proxy"] = proxy.href;
	process.env["no_grpc_proxy"] = "-";
	return { "grpc.enable_http_proxy": 1 };
}
// packages/net/src/tunnel.ts
/** Longer than any request waits, so that a tunnel nobody waits for any more is given up. */
const TUNNEL_MS = 3e4;
/** The code that Node gives, since the connection's causes are told by codes. */
const refused = () => Object.assign(/* @__PURE__ */ new Error("The proxy opens no tunnel."), { code: "ERR_PROXY_TUNNEL" });
const credentialsOf = ({ username, password }) => username === "" && password === "" ? {} : { "proxy-authorization": `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString("base64")}` };
/** Rejects with an error that has a code. */
function openTunnel(proxy, host, port) {
	const target = `${host.includes(":") ? `[${host}]` : host}:${port}`;
	const ask = proxy.protocol === "https:" ? request$1 : request;
	return new Promise((resolve, reject) => {
		const asking = ask({
			hostname: proxy.hostname.replace(/^\[|\]$/g, ""),
			port: proxy.port,
			method: "CONNECT",
			path: target,
			headers: {
				host: target,
				...credentialsOf(proxy)
			},
			agent: false,
			rejectUnauthorized: true
		});
		const timer = setTimeout(() => asking.destroy(refused()), TUNNEL_MS);
		timer.unref();
		asking.once("connect", ({ statusCode }, socket, head) => {
			clearTimeout(timer);
			if (statusCode === 200 && head.length === 0) return resolve(socket);
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
/** An agent whose connections go through `proxy`. */
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
/** For the credentials of the machine: libraries ask several places in turn, some of them again and again. */
const MACHINE_MS = 3e4;
/** What `work` gives, or the error that `late` makes once `milliseconds` are over. What comes after that is not heard. */
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
/** A request without an answer, or with one that is of no use. Its reason is made of bare words: `ECONNREFUSED`, `SELF_SIGNED_CERT_IN_CHAIN`, `timeout at the proxy`. */
var HttpFailure = class extends Error {
	reason;
	/** Whether another try may end otherwise: a certificate that is not trusted now is not trusted in a second. */
	transient;
	/** Milliseconds that the service asked to wait. */
	after;
	constructor(reason, transient, after) {
		super(reason);
		this.name = "HttpFailure";
		this.reason = reason;
		this.transient = transient;
		this.after = after;
	}
};
/** Codes of OpenSSL and Node for certificates and handshakes that were refused. */
const TLS_REFUSAL = /CERT|CRL|SIGNATURE|ISSUER|TLS|SSL|EPROTO/;
/** The code of an error of Node.js or OpenSSL, such as `ECONNREFUSED`; undefined where it has none. */
function connectionWord(error) {
	const code = typeof error === "object" && error !== null && "code" in error ? error.code : void 0;
	return typeof code === "string" && /^[A-Z0-9_]{1,64}$/.test(code) ? code : void 0;
}
function failureOf$1(error) {
	if (error instanceof HttpFailure) return error;
	const reason = connectionWord(error) ?? "no connection";
	return new HttpFailure(reason, !TLS_REFUSAL.test(reason));
}
__name(failureOf$1, "failureOf");
const tooLarge = () => new HttpFailure("answer too large", false);
const headersOf = (answer) => Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]));
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
/** The roots of Node and, beside them, those of `tls`. */
const agentOptions = ({ ca, cert, key }) => ({
	...ca === void 0 ? {} : { ca: [...getCACertificates("default"), ca] },
	...cert === void 0 ? {} : { cert },
	...key === void 0 ? {} : { key },
	rejectUnauthorized: true
});
/** An agent through `proxy`, or past every proxy. */
function agentThrough(proxy, tls) {
	const options = {
		keepAlive: true,
		...agentOptions(tls)
	};
	return proxy === void 0 ? new Agent$1(options) : new ProxiedAgent(proxy, options);
}
/** The agent for a client that connects to the host of `url` alone. Throws INPUT_INVALID for a proxy that is none. */
const tlsAgent = (url) => agentThrough(proxyFor(url), {});
/** Agents for any URL, one for each way to a host. http is sent past every proxy. */
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
/** Ends `asking` when its time is over, whatever it waits for. Node's own signal does nothing before there is a socket. */
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
			headers: headersOf(answer),
			body
		};
	};
	return within(request.timeout, read(), () => {
		asking.destroy();
		return new HttpFailure(`timeout ${wait}`, true);
	});
}
/** PEM that cannot be read, and a certificate that does not fit its key, fail at the first request. */
function httpClient(tls = {}) {
	const agentFor = agentsFor(tls);
	return async (url, request$2) => {
		const options = {
			...openOptions(url, request$2),
			agent: agentFor(url)
		};
		const first = proxyFor(url) === void 0 ? "while connecting" : "at the proxy";
		try {
			return await answerTo((url.protocol === "https:" ? request$1 : request)(options), request$2, first);
		} catch (error) {
			throw failureOf$1(error);
		}
	};
}
// packages/net/src/exchange.ts
const MAX_ANSWER_BYTES$2 = 262144;
const ATTEMPT_MS$2 = 1e4;
const http$3 = httpClient();
/** A request that was not answered with a JSON object and status 200. Holds neither headers nor bodies. */
var ExchangeFailure = class extends Error {
	status;
	/** The service's own error code, such as `invalid_grant`; a short word or nothing. */
	reason;
	after;
	/** What the answer tells of its cause; undefined where only status and reason are known. */
	told;
	/** Whether another try may end otherwise. */
	passes;
	constructor(status, reason, after, { told, passes } = {}) {
		super(`status ${status ?? "none"}`);
		this.name = "ExchangeFailure";
		this.status = status;
		this.reason = reason;
		this.after = after;
		this.told = told;
		this.passes = told?.retry ?? passes ?? (status === void 0 || isTransientStatus(status));
	}
	/** Whether the service said no, as opposed to failing. */
	get refused() {
		return this.status !== void 0 && this.status >= 400 && this.status < 500 && !this.passes;
	}
};
/** A request that got no answer. */
const withoutAnswer = (failure) => new ExchangeFailure(void 0, failure.reason, void 0, {
	told: causeOf(CONNECTION_CAUSES, failure),
	passes: failure.transient
});
/** Entra ID tells its causes apart by a code at the head of a text, which may quote the token. */
const entraCode = (description) => typeof description === "string" ? /^AADSTS[0-9]{4,9}(?=:)/.exec(description)?.[0] : void 0;
const textOf = (value) => typeof value === "string" ? value : void 0;
/** `{"error":"invalid_grant"}` of OAuth, `{"error":{"status":"PERMISSION_DENIED"}}` of Google. Only a bare word is shown. */
function errorIn(body) {
	const unknown = {
		reason: void 0,
		text: void 0
	};
	try {
		const answer = parseJson(body, "The answer");
		if (!isJsonObject(answer)) return unknown;
		const { error, error_description: description } = answer;
		if (isJsonObject(error)) {
			const reason = [textOf(error["status"]) ?? "", googleReasons(error["details"]) ?? ""].join(" ").trim();
			return {
				reason: /^[A-Z_ ]{1,160}$/.test(reason) ? reason : void 0,
				text: textOf(error["message"])
			};
		}
		const word = entraCode(description) ?? error;
		return {
			reason: typeof word === "string" && /^(?:[A-Za-z_]{1,40}|AADSTS[0-9]{4,9})$/.test(word) ? printable(word) : void 0,
			text: textOf(description)
		};
	} catch {
		return unknown;
	}
}
async function post({ url, headers, body, causes, clock }, budget) {
	const answer = await http$3(url, {
		method: "POST",
		headers: {
			accept: "application/json",
			...headers
		},
		body,
		timeout: Math.min(budget, ATTEMPT_MS$2),
		maxBytes: MAX_ANSWER_BYTES$2
	}).catch((error) => {
		throw error instanceof HttpFailure ? withoutAnswer(error) : error;
	});
	if (answer.status !== 200) {
		const { reason, text } = errorIn(answer.body);
		const skew = clockSkew(answer.headers["date"], clock);
		const after = retryAfter(answer.headers["retry-after"], clock);
		throw new ExchangeFailure(answer.status, reason, after, { told: causeOf(causes, {
			reason,
			text,
			skew
		}) });
	}
	const document = parseJson(answer.body, `The answer of ${url.host}`);
	if (!isJsonObject(document)) throw new ExchangeFailure(answer.status, "no object", void 0);
	return document;
}
function postRetried(sent) {
	const classify = (error) => error instanceof ExchangeFailure ? {
		retry: error.passes,
		after: error.after,
		why: `${sent.url.host} answers ${error.status === void 0 ? error.reason : error.message}`
	} : { retry: false };
	return withRetry((budget) => post(sent, budget), classify, sent.clock);
}
/** Throws ExchangeFailure, or JSON_INVALID for an answer that is not JSON. */
function postJson({ url, body, bearer, causes, clock }) {
	return postRetried({
		url,
		headers: {
			"content-type": "application/json",
			...bearer === void 0 ? {} : { authorization: `Bearer ${bearer}` }
		},
		body: JSON.stringify(body),
		causes,
		clock
	});
}
/** Throws as postJson. */
function postForm({ url, form, causes, clock }) {
	return postRetried({
		url,
		headers: { "content-type": "application/x-www-form-urlencoded" },
		body: new URLSearchParams(form).toString(),
		causes,
		clock
	});
}
// packages/net/src/exchange-error.ts
function claimOf(token, name) {
	try {
		const payload = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
		const claim = isJsonObject(payload) ? payload[name] : void 0;
		return typeof claim === "string" ? printable(claim) : "unknown";
	} catch {
		return "unknown";
	}
}
/** The sub of our own token, for the message that a person compares with the trust condition. */
const subjectOf = (token) => claimOf(token, "sub");
/** Its iss, which is another one for each GitHub instance. */
const issuerOf = (token) => claimOf(token, "iss");
/** `status 400, invalid_grant: the cause` */
function answerOf$1({ status, reason, told }) {
	const shown = [status === void 0 ? "no answer" : `status ${status}`, reason].filter((word) => word !== void 0).join(", ");
	return told === void 0 ? `(${shown})` : `(${shown}): ${told.what}`;
}
__name(answerOf$1, "answerOf");
const refusal = (error, { step, shown = "", remedy }) => new ClawError(error.told?.code ?? "CREDENTIALS_REFUSED", `${step} was refused ${answerOf$1(error)}. ${shown}`.trimEnd(), { remedy: error.told?.remedy ?? remedy });
/** CREDENTIALS_REFUSED where the service said no, CREDENTIALS_FAILED where it failed, or the code of the cause that it names. */
function exchangeError(error, asked) {
	const { step } = asked;
	if (!(error instanceof ExchangeFailure)) return new ClawError("CREDENTIALS_FAILED", `${step} failed: the answer is not JSON.`);
	if (error.refused) return refusal(error, asked);
	const { code = "CREDENTIALS_FAILED", remedy } = error.told ?? {};
	return new ClawError(code, `${step} failed ${answerOf$1(error)}.`, { remedy });
}
/** A token out of an answer, masked before anything else looks at it. */
function maskedToken(value, step, mask) {
	if (typeof value === "string" && value !== "") mask(value);
	if (typeof value !== "string" || !/^[\x21-\x7e]{1,16384}$/.test(value)) throw new ClawError("CREDENTIALS_FAILED", `${step} gave no token.`);
	return value;
}
// packages/net/src/get-json.ts
const MAX_ANSWER_BYTES$1 = 1048576;
const ATTEMPT_MS$1 = 1e4;
const http$2 = httpClient();
async function attempt(url, headers, budget, clock) {
	const { status, body, ...answer } = await http$2(url, {
		method: "GET",
		headers,
		timeout: Math.min(budget, ATTEMPT_MS$1),
		maxBytes: MAX_ANSWER_BYTES$1
	});
	if (status === 200) return parseJson(body, `The answer of ${url.host}`);
	const after = retryAfter(answer.headers["retry-after"], clock);
	throw new HttpFailure(`status ${status}`, isTransientStatus(status), after);
}
const hintFor = (error) => error instanceof HttpFailure ? {
	retry: error.transient,
	after: error.after,
	why: `GitHub answers: ${error.reason}`
} : { retry: false };
/** GET `url` as JSON. Throws HttpFailure, or JSON_INVALID for a document that is none. */
function getJson(url, headers, clock) {
	return withRetry((budget) => attempt(url, {
		accept: "application/json",
		...headers
	}, budget, clock), hintFor, clock);
}
// packages/net/src/masking-once.ts
/** `mask`, where there is one, once for each value: the same token is asked for with each call. */
function maskingOnce(mask) {
	const known = /* @__PURE__ */ new Set();
	return (value) => {
		if (known.has(value)) return;
		known.add(value);
		mask?.(value);
	};
}
// packages/net/src/renewing.ts
const RENEW_BEFORE_MS = 6e4;
/**
* One exchange serves concurrent callers; what it gave is renewed a minute before its end, or at half of a
* life that is short. A failure is not kept: the next caller tries again.
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
/** Where providers put the id of a request in an answer. */
const ID_HEADERS = [
	"x-amzn-requestid",
	"x-amz-request-id",
	"x-ms-request-id",
	"x-goog-request-id",
	"x-github-request-id",
	"x-request-id"
];
const fieldOf = (value, name) => typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
/** A short word in the alphabet of ids and hosts; anything else is not shown. */
const wordOf = (value) => typeof value === "string" && /^[\w.:[\]-]{1,128}$/.test(value) ? value : typeof value === "number" ? String(value) : "?";
/** The value of a header in the flat list of names and values that undici hands on. */
function listed(headers, name) {
	if (!Array.isArray(headers)) return fieldOf(headers, name);
	const words = headers.map(String);
	const index = words.findIndex((word, place) => place % 2 === 0 && word.toLowerCase() === name);
	return index === -1 ? void 0 : words[index + 1];
}
const answerOf = (status) => (message) => {
	const response = fieldOf(message, "response");
	return [fieldOf(response, status), fieldOf(response, "headers")];
};
/** Requests of HTTP/1 (node:http, node:https), of gRPC (node:http2) and of fetch. */
const CHANNELS = [
	{
		name: "http.client.request.start",
		key: "request",
		about: (message) => {
			const request = fieldOf(message, "request");
			return [fieldOf(request, "method"), fieldOf(request, "host")];
		}
	},
	{
		name: "http.client.response.finish",
		key: "request",
		answer: answerOf("statusCode")
	},
	{
		name: "http.client.request.error",
		key: "request"
	},
	{
		name: "http2.client.stream.created",
		key: "stream",
		about: (message) => {
			const headers = fieldOf(message, "headers");
			return [fieldOf(headers, ":method"), fieldOf(headers, ":authority")];
		}
	},
	{
		name: "http2.client.stream.finish",
		key: "stream",
		answer: (message) => {
			const headers = fieldOf(message, "headers");
			return [fieldOf(headers, ":status"), headers];
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
			const request = fieldOf(message, "request");
			return [fieldOf(request, "method"), URL.parse(String(fieldOf(request, "origin")))?.host];
		}
	},
	{
		name: "undici:request:headers",
		key: "request",
		answer: answerOf("statusCode")
	},
	{
		name: "undici:request:error",
		key: "request"
	}
];
function endOf({ answer }, message) {
	if (answer === void 0) return `failed (${wordOf(fieldOf(fieldOf(message, "error"), "code"))})`;
	const [status, headers] = answer(message);
	const id = ID_HEADERS.map((name) => listed(headers, name)).find((value) => value !== void 0);
	return id === void 0 ? wordOf(status) : `${wordOf(status)}, request id ${wordOf(id)}`;
}
/** Prints a line for each request of this process from now on. */
function logRequests(print, now = () => performance.now()) {
	const started = /* @__PURE__ */ new WeakMap();
	for (const channel of CHANNELS) subscribe(channel.name, (message) => {
		const request = fieldOf(message, channel.key);
		if (typeof request !== "object" || request === null) return;
		if (channel.about !== void 0) {
			const [method, host] = channel.about(message);
			started.set(request, {
				method: wordOf(method),
				host: wordOf(host),
				begin: now()
			});
			return;
		}
		const known = started.get(request);
		if (known === void 0) return;
		started.delete(request);
		const time = Math.round(now() - known.begin);
		print(printable(`${known.method} ${known.host}: ${endOf(channel, message)}, ${time} ms`));
	});
}
// packages/net/src/witness-request.ts
const MAX_ANSWER_BYTES = 1048576;
/** A log of the second version answers after its next checkpoint; its authors ask for 20 s at least. */
const ATTEMPT_MS = 25e3;
const http$1 = httpClient();
/** A request that was not answered with success. Holds neither headers nor bodies. */
var ServiceFailure = class extends Error {
	status;
	/** Where it exists already, for status 409; unchecked. */
	location;
	/** Milliseconds. */
	after;
	/** Bare words. */
	reason;
	constructor(status, { location, after, reason } = {}) {
		super(`status ${status ?? "none"}`);
		this.name = "ServiceFailure";
		this.status = status;
		this.location = location;
		this.after = after;
		this.reason = reason;
	}
	/** Whether the service said no, as opposed to failing. */
	get refused() {
		const { status } = this;
		return status !== void 0 && status >= 400 && status < 500 && !isTransientStatus(status);
	}
	/** For messages. */
	get why() {
		const what = this.status === void 0 ? "no usable answer" : `status ${this.status}`;
		return this.reason === void 0 ? what : `${what}: ${this.reason}`;
	}
};
/** The address of `path` below a service, which may have a path of its own. */
const below = (service, path) => new URL(`${service.href.replace(/\/+$/, "")}/${path}`);
const failureOf = ({ status, headers }, clock) => new ServiceFailure(status, {
	location: headers["location"],
	after: retryAfter(headers["retry-after"], clock),
	reason: status >= 300 && status < 400 ? "a redirect, which is not followed" : void 0
});
async function send({ url, body, accept, clock }, budget) {
	const answer = await http$1(url, {
		method: body === void 0 ? "GET" : "POST",
		headers: {
			accept,
			...body === void 0 ? {} : { "content-type": body.type }
		},
		body: body?.bytes,
		timeout: Math.min(budget, ATTEMPT_MS),
		maxBytes: MAX_ANSWER_BYTES
	});
	if (answer.status === 200 || answer.status === 201) return answer.body;
	throw failureOf(answer, clock);
}
/** The body of the answer. Throws ServiceFailure. */
async function askWitness(request) {
	const classify = (error) => {
		if (error instanceof HttpFailure) return {
			retry: error.transient,
			why: `${request.url.host}: ${error.reason}`
		};
		if (!(error instanceof ServiceFailure)) return { retry: false };
		const { status, after, why } = error;
		return {
			retry: status !== void 0 && isTransientStatus(status),
			after,
			why: `${request.url.host} answers ${why}`
		};
	};
	try {
		return await withRetry((budget) => send(request, budget), classify, request.clock);
	} catch (error) {
		throw error instanceof HttpFailure ? new ServiceFailure(void 0, { reason: error.reason }) : error;
	}
}
/** `askWitness` with JSON both ways. */
function askJson(url, body, clock) {
	const type = "application/json";
	return askWitness({
		url,
		body: {
			type,
			bytes: JSON.stringify(body)
		},
		accept: type,
		clock
	});
}
export { CONNECTION_CAUSES, ExchangeFailure, HttpFailure, KeyState, MACHINE_MS, ServiceFailure, agentsFor, ask, askJson, askWitness, below, boundedBytes, causeOf, checkProxy, clockSkew, connectionWord, corrupt, exchangeError, explained, getJson, googleReasons, grpcProxyOption, httpClient, isLoopback, isTransientStatus, issuerOf, logRequests, maskedToken, maskingOnce, parseEndpoint, postForm, postJson, proxyFor, renewing, retryAfter, subjectOf, tlsAgent, withRetry, within, withoutAnswer };
