import { createRequire as __createRequire } from 'node:module'
import { fileURLToPath as __fileURLToPath } from 'node:url'
const require = __createRequire(import.meta.url)
const __filename = __fileURLToPath(import.meta.url)
const __dirname = __fileURLToPath(new URL('.', import.meta.url))
import { __toESM } from "./rolldown-runtime.mjs";
import { ClawError, crc32c, isLoopback, printable, withRetry } from "./core.mjs";
import { parseTree } from "./vendor-jsonc-parser.mjs";
import { getCACertificates } from "node:tls";
// packages/secrets/src/google-secret-client.ts
const GOOGLE = new URL("https://secretmanager.googleapis.com");
/** Above the largest secret, which has 64 KiB. */
const MAX_ANSWER_BYTES = 1048576;
async function openClient(endpoint, ambient) {
	const [{ SecretManagerServiceClient: Client }, { PassThroughClient }, { grpc }] = await Promise.all([
		import("./load-google-cloud-secret-manager.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1)),
		import("./load-google-auth-library.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1)),
		import("./load-google-gax.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1))
	]);
	const target = endpoint ?? GOOGLE;
	const insecure = target.protocol === "http:" && isLoopback(target);
	const roots = Buffer.from(getCACertificates("default").join("\n"));
	return new Client({
		universeDomain: "googleapis.com",
		apiEndpoint: target.hostname,
		port: Number(target.port === "" ? "443" : target.port),
		...ambient ? {} : { sslCreds: insecure ? grpc.credentials.createInsecure() : grpc.credentials.createSsl(roots) },
		"grpc.max_receive_message_length": MAX_ANSWER_BYTES,
		...ambient ? {} : { authClient: new PassThroughClient() }
	});
}
/**
* The token goes into the metadata of each call and not into an authentication client: one that fails
* to get a token turns our error into an UNAUTHENTICATED of its own, with a text that may quote it.
*/
async function callOptions(tokens, timeout) {
	return {
		timeout,
		retry: { retryCodes: [] },
		otherArgs: { headers: tokens === "ambient" ? {} : { authorization: `Bearer ${(await tokens.mint()).token}` } }
	};
}
/** A call of AccessSecretVersion on one client, which is made on the first call and kept. */
function accessVersionWith(endpoint, tokens) {
	let client;
	return async (name, timeout) => {
		client ??= openClient(endpoint, tokens === "ambient");
		const [{ name: answered, payload }] = await (await client).accessSecretVersion({ name }, await callOptions(tokens, timeout));
		return {
			name: answered ?? "",
			data: payload?.data,
			dataCrc32c: payload?.dataCrc32c?.toString()
		};
	};
}
// packages/secrets/src/google-secret-manager.ts
/** Google's own limit on a payload. */
const MAX_BYTES = 65536;
/** One attempt; leaves room for others within the 30 s of all attempts. */
const ATTEMPT_MS = 1e4;
const again = "run again later.";
const failed = (name, retry) => ({
	name,
	code: "SECRET_FAILED",
	retry,
	advice: again
});
/** google.rpc.Code. What is not here failed for a reason that trying again does not mend. */
const RPC_CODES = {
	3: {
		name: "INVALID_ARGUMENT",
		code: "SECRET_REFERENCE_INVALID",
		retry: false,
		advice: "check the reference."
	},
	4: failed("DEADLINE_EXCEEDED", true),
	5: {
		name: "NOT_FOUND",
		code: "SECRET_NOT_FOUND",
		retry: false,
		advice: "check the project, the secret and the version."
	},
	7: {
		name: "PERMISSION_DENIED",
		code: "SECRET_FORBIDDEN",
		retry: false,
		advice: "grant secretmanager.versions.access on this secret to the identity of the job."
	},
	8: failed("RESOURCE_EXHAUSTED", true),
	9: {
		name: "FAILED_PRECONDITION",
		code: "SECRET_UNUSABLE",
		retry: false,
		advice: "the version is disabled or destroyed; name an enabled one."
	},
	13: failed("INTERNAL", true),
	14: failed("UNAVAILABLE", true),
	15: {
		name: "DATA_LOSS",
		code: "SECRET_CORRUPT",
		retry: false,
		advice: "store the secret again."
	},
	16: {
		name: "UNAUTHENTICATED",
		code: "SECRET_FORBIDDEN",
		retry: false,
		advice: "the service does not accept the credentials; check the workload identity and the service account."
	}
};
const resourceOf = ({ project, secret, version }) => `projects/${project}/secrets/${secret}/versions/${version}`;
const codeOf = (error) => error instanceof Error && "code" in error && typeof error.code === "number" ? error.code : void 0;
const factOf = (error) => {
	const code = codeOf(error);
	return code === void 0 ? void 0 : RPC_CODES[code];
};
/** A new error: the client's own carries metadata, which may hold the headers of the request. */
function readable(error, resource) {
	if (error instanceof ClawError) return error;
	const fact = factOf(error);
	if (fact !== void 0) return new ClawError(fact.code, `${resource}: Secret Manager answers ${fact.name}; ${fact.advice}`);
	const code = codeOf(error);
	const shown = code === void 0 ? "without a status" : `with status ${code}`;
	return new ClawError("SECRET_FAILED", `${resource}: Secret Manager failed ${shown}; ${again}`);
}
const corrupt = (resource, problem) => new ClawError("SECRET_CORRUPT", `${resource}: ${problem}; run again, and do not use the value.`);
const NAME$1 = /^projects\/([^/]+)\/secrets\/([^/]+)\/versions\/([1-9][0-9]{0,18})$/;
/**
* The version number that the answer is about. The service names the project by number even where it
* was asked by id, so a project is compared only number with number; secret and version always.
*/
function answeredVersion(answer, reference, resource) {
	const [, project, secret, version] = NAME$1.exec(answer.name) ?? [];
	const wanted = reference.version === "latest" ? version : reference.version;
	const isNumber = /^[0-9]+$/;
	const sameProject = project === reference.project || project !== void 0 && isNumber.test(project) && !isNumber.test(reference.project);
	if (version === void 0 || !sameProject || secret !== reference.secret || version !== wanted) throw corrupt(resource, "the answer is about another secret or version");
	return version;
}
/** dataCrc32c is optional in the API; an answer without it proves nothing and is refused. */
function checkedBytes(answer, resource) {
	const { data, dataCrc32c } = answer;
	if (!(data instanceof Uint8Array)) throw corrupt(resource, "the answer has no data");
	if (dataCrc32c !== String(crc32c(data))) throw corrupt(resource, "the CRC32C of the data is missing or wrong");
	if (data.length === 0 || data.length > MAX_BYTES) throw new ClawError("SECRET_UNUSABLE", `${resource}: the secret is empty or over ${MAX_BYTES} bytes.`);
	return data;
}
/** A corrupted answer is asked for again like a failed one: most corruption is on the way. */
const isTransient = (error) => error instanceof ClawError ? error.code === "SECRET_CORRUPT" : factOf(error)?.retry === true;
async function access(reference, accessVersion, clock) {
	const resource = resourceOf(reference);
	try {
		return await withRetry(async (budget) => {
			const answer = await accessVersion(resource, Math.min(budget, ATTEMPT_MS));
			const version = answeredVersion(answer, reference, resource);
			return {
				bytes: checkedBytes(answer, resource),
				version
			};
		}, (error) => ({ retry: isTransient(error) }), clock);
	} catch (error) {
		throw readable(error, resource);
	}
}
/**
* The store behind `gcp-sm://`. One version is fetched once, however many pointers lead into it.
* Throws as SecretStore says, and what `tokens` throws.
*/
function googleSecretStore({ endpoint, tokens, clock }) {
	const accessVersion = accessVersionWith(endpoint, tokens);
	const revealed = /* @__PURE__ */ new Map();
	return { reveal(reference) {
		const resource = resourceOf(reference);
		const pending = revealed.get(resource) ?? access(reference, accessVersion, clock);
		revealed.set(resource, pending);
		return pending;
	} };
}
// packages/secrets/src/encodings.ts
const HEX_ESCAPE = (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
const inJson = (value) => JSON.stringify(value).slice(1, -1);
/** encoding/json of Go, and others that write JSON for use inside HTML. */
const inHtmlSafeJson = (value) => inJson(value).replace(/[<>&\u2028\u2029]/g, HEX_ESCAPE);
/** json.dumps of Python, and others that keep to ASCII. */
const inAsciiJson = (value) => inJson(value).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
/** encodeURIComponent throws on lone surrogates; a value decoded from UTF-8 has none. */
const inUrl = (value) => encodeURIComponent(value.toWellFormed());
const inStrictUrl = (value) => inUrl(value).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
const lowerHex = (url) => url.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase());
/** application/x-www-form-urlencoded, as the URL standard serialises it. */
const inForm = (value) => new URLSearchParams([["", value]]).toString().slice(1);
const inXml = (value) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;").replaceAll("'", "&apos;");
const inSingleQuotes = (value) => value.replaceAll("'", String.raw`'\''`);
const C_ESCAPES = {
	"\n": String.raw`\n`,
	"\r": String.raw`\r`,
	"	": String.raw`\t`,
	"\\": String.raw`\\`,
	"'": String.raw`\'`
};
/** `printf %q` of bash: $'…' as soon as there is a control character, backslashes otherwise. */
const inBashQuotes = (value) => /\p{Cc}/u.test(value) ? value.replace(/[\n\r\t\\']/g, (character) => C_ESCAPES[character] ?? character) : value.replace(/[ !"$&'()*,;<>?[\\\]^`{|}]|^[#~]/g, (character) => `\\${character}`);
const TEXT_FORMS = [
	inJson,
	(value) => inJson(inJson(value)),
	inHtmlSafeJson,
	inAsciiJson,
	(value) => inJson(value).replaceAll("/", String.raw`\/`),
	inStrictUrl,
	inUrl,
	inForm,
	(value) => lowerHex(inStrictUrl(value)),
	(value) => lowerHex(inUrl(value)),
	inXml,
	inSingleQuotes,
	inBashQuotes
];
/**
* Base64 of `value` inside a longer text: whatever stands before it, the groups of four that hold
* nothing but bytes of the value are one of three strings. Where nothing follows the value, the last
* group is known as well.
*/
function alignedBase64(value) {
	const bytes = Buffer.from(value);
	return [
		0,
		1,
		2
	].flatMap((start) => {
		const whole = 3 * Math.floor((bytes.length - start) / 3);
		return [bytes.subarray(start, start + Math.max(0, whole)), bytes.subarray(start)].flatMap((part) => [part.toString("base64").replace(/=+$/, ""), part.toString("base64url")]);
	});
}
/** Single-line encodings of `value`, itself not included. */
function encodingsOf(value) {
	const hex = Buffer.from(value).toString("hex");
	return [
		...TEXT_FORMS.map((form) => form(value)),
		hex,
		hex.toUpperCase(),
		...alignedBase64(value)
	];
}
/** MIME (RFC 2045) wraps at 76 columns, PEM (RFC 7468) at 64. */
const COLUMNS = [64, 76];
/** `text` in lines of 64 and of 76 characters, where it is longer than a line. */
function wrapped(text) {
	return COLUMNS.filter((columns) => text.length > columns).flatMap((columns) => Array.from({ length: Math.ceil(text.length / columns) }, (_, line) => text.slice(line * columns, (line + 1) * columns)));
}
/** The lines of `base64` and of PEM writers for `value`, without padding: what follows may differ. */
function wrappedBase64(value) {
	const bytes = Buffer.from(value);
	return wrapped(bytes.subarray(0, bytes.length - bytes.length % 3).toString("base64"));
}
// packages/secrets/src/leaves.ts
const MAX_DEPTH$1 = 4;
const MAX_LEAVES = 2e3;
function jsonLeaves(value, depth = 0) {
	if (typeof value === "string") return [value];
	if (typeof value === "number") return [String(value)];
	if (typeof value !== "object" || value === null || depth > 64) return [];
	return Object.values(value).flatMap((member) => jsonLeaves(member, depth + 1));
}
/** The members of a JSON document; undefined where it is none. */
function readJson(text) {
	if (!/^\s*[[{"]/.test(text)) return void 0;
	try {
		return jsonLeaves(JSON.parse(text));
	} catch {
		return;
	}
}
/** JSON without its spaces, as a program writes it that has read it; undefined where it is none. */
function compactJson(text) {
	if (readJson(text) === void 0) return void 0;
	return JSON.stringify(JSON.parse(text));
}
const unquoted = (text) => /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text;
/** Lines of dotenv, shell exports, properties and flat YAML: `KEY=value`, `key: value`, `- value`. */
function readAssignments(text) {
	return text.split(/\r?\n/).flatMap((line) => {
		const value = /^\s*(?:export\s+)?[\w.-]+\s*=\s*(.+?)\s*$/.exec(line)?.[1] ?? /^\s*(?:-\s+)?["']?[\w.-]+["']?:\s+(.+?)\s*$/.exec(line)?.[1] ?? /^\s*-\s+(.+?)\s*$/.exec(line)?.[1];
		if (value === void 0) return [];
		return [unquoted(value), unquoted(value.replace(/\s+#.*$/, ""))];
	});
}
function percentDecoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
/** As written, percent-decoded, and as HTTP basic authentication sends it. */
function readUserInfo(user, password) {
	const [plainUser, plainPassword] = [percentDecoded(user), percentDecoded(password)];
	return [
		password,
		plainPassword,
		...[`${plainUser}:${plainPassword}`, `${user}:${password}`].map((pair) => Buffer.from(pair).toString("base64"))
	];
}
/** The last `@` before the path ends the user information: passwords hold unescaped `@` in practice. */
function readUrls(text) {
	return [...text.matchAll(/[a-z][a-z0-9+.-]{0,31}:\/\/(?:([^\s:/]*):([^\s/]*)@)?[^\s?#]*(?:\?([^\s#]*))?/gi)].flatMap(([, user, password, query]) => [...user === void 0 || password === void 0 ? [] : readUserInfo(user, password), ...query === void 0 ? [] : [...new URLSearchParams(query).values(), ...query.split(/[&=]/).slice(1)]]);
}
/** `user:password@tcp(host)/name`, the form of Go's MySQL driver; and what curl takes as `user:password@host`. */
function readBareUserInfo(text) {
	const [, user, password] = /^([^\s:/@]+):(?!\/\/)(\S+)@[^\s@]+$/.exec(text.trim()) ?? [];
	return user === void 0 || password === void 0 ? [] : readUserInfo(user, password);
}
/** `Key=Value;Key=Value` of ODBC, ADO.NET and Azure, and `key=value key='value'` of libpq. */
function readKeyValues(text) {
	if (/\n/.test(text.trim())) return [];
	const pairs = text.includes(";") ? text.split(";") : [...text.matchAll(/\w+\s*=\s*(?:'(?:[^'\\]|\\.)*'|\S+)/g)].map(([pair]) => pair);
	if (pairs.length < 2) return [];
	return pairs.flatMap((pair) => {
		const value = /^\s*[\w ]+=\s*(.+?)\s*$/.exec(pair)?.[1];
		return value === void 0 ? [] : [unquoted(value)];
	});
}
/** JWS and JWE compact serialisation (RFC 7515 §7.1, RFC 7516 §7.1): each segment is used alone by debuggers. */
function readJwt(text) {
	return [...text.matchAll(/\bey[\w-]{8,}(?:\.[\w-]*){2,4}/g)].flatMap(([token]) => token.split("."));
}
const READERS = [
	readAssignments,
	readUrls,
	readBareUserInfo,
	readKeyValues,
	readJwt
];
/** JSON is read as JSON alone: its lines look like assignments and would all count twice. */
const partsOf = (text) => readJson(text) ?? READERS.flatMap((read) => read(text));
/** The bodies of PEM blocks (RFC 7468) without line breaks. */
function pemBodies(text) {
	return [...text.matchAll(/-----BEGIN [^-]+-----([^-]+)-----END [^-]+-----/g)].map(([, body = ""]) => body.replace(/^.*:.*$/gm, "").replace(/\s+/g, "")).filter((body) => /^[A-Za-z0-9+/]+=*$/.test(body));
}
/** The parts of `text` that may be printed alone, decoded, at every level of nesting; `text` is not among them. */
function leavesOf(text) {
	const found = /* @__PURE__ */ new Set([text]);
	let level = [text];
	for (let depth = 0; depth < MAX_DEPTH$1 && found.size < MAX_LEAVES; depth += 1) {
		const fresh = level.flatMap(partsOf).filter((part) => part !== "" && !found.has(part));
		for (const part of fresh) found.add(part);
		level = [...new Set(fresh)];
	}
	found.delete(text);
	return [...found];
}
const STOP_WORDS = new Set(`undefined localhost 127.0.0.1 0.0.0.0 default production staging development testing sandbox preview
   release debug master branch github actions runner ubuntu windows darwin docker string number boolean
   object function password secret username postgres postgresql mysql mongodb redis service_account
   bearer public private internal enabled disabled require required prefer verify-full verify-ca
   service admin administrator application/json googleapis.com https:// http://
   https://accounts.google.com/o/oauth2/auth https://oauth2.googleapis.com/token
   https://www.googleapis.com/oauth2/v1/certs`.split(/\s+/));
/** Digits up to the length of a Unix time, decimals, booleans and words that stand in every log. */
const isCommon = (text) => STOP_WORDS.has(text.toLowerCase()) || /^[-+]?\d{1,10}(?:\.\d{1,10})?$/.test(text) || text.startsWith("https://www.googleapis.com/robot/v1/metadata/x509/") || /^-----(?:BEGIN|END) [A-Z0-9 ]+-----$/.test(text) || /^(.)\1*$/su.test(text);
const isMask = (text) => text.length >= 6 && !isCommon(text);
const linesOf = (text) => text.split(/[\r\n]+/).map((line) => line.trim());
/**
* The text as it is and with the line ends of Unix. Trimmed, because each form of the trimmed text is
* a part of the same form of the whole: what stands around it stays visible, and is white space.
*/
function formsOf(value) {
	const trimmed = value.trim();
	return [.../* @__PURE__ */ new Set([trimmed, trimmed.replaceAll("\r\n", "\n")])];
}
const pemMasks = (text) => pemBodies(text).flatMap((body) => [body, ...wrapped(body)]);
function masksOfPart(part) {
	return formsOf(part).flatMap((form) => [
		...linesOf(form),
		form.replace(/[\r\n]+/g, ""),
		form.replace(/[\r\n]+/g, " ").trim(),
		...pemMasks(form),
		...encodingsOf(form),
		...wrappedBase64(form)
	]);
}
function unmaskable(value, count) {
	const lines = linesOf(value).filter((line) => line !== "");
	if (value.trim().length < 6) return `it has fewer than 6 characters`;
	if (isCommon(value.trim())) return "it is a word or a number that stands in every log";
	if (!lines.some(isMask)) return `no line of it has 6 characters`;
	return count > 300 ? `hiding it takes ${count} masks and the limit is 300` : void 0;
}
/**
* Everything to hide of `value`: its lines, its parts where it is JSON, YAML, dotenv, a URL, a
* connection string, a JWT or PEM, and the encodings of all these. No mask holds a line break: the
* runner would register each line of it, down to a lone brace.
*/
function masksOf(value) {
	const parts = [value, ...leavesOf(value)].filter((part) => isMask(part.trim()));
	const compact = compactJson(value);
	const candidates = [...parts.flatMap(masksOfPart), ...compact === void 0 ? [] : [compact, ...encodingsOf(compact)]];
	const masks = new Set(candidates.filter((mask) => isMask(mask) && !/[\r\n]/.test(mask)));
	return {
		masks: [...masks],
		unmaskable: unmaskable(value, masks.size)
	};
}
// packages/secrets/src/names.ts
const REFUSED = [
	{
		names: [
			"PATH",
			"PATHEXT",
			"COMSPEC",
			"SHELL",
			"CDPATH"
		],
		reason: "it decides which program runs"
	},
	{
		names: [
			"LD_*",
			"DYLD_*",
			"GCONV_PATH",
			"GLIBC_TUNABLES",
			"LOCPATH",
			"NLSPATH",
			"MALLOC_*",
			"GETCONF_DIR"
		],
		reason: "the dynamic linker or the C library loads code or data that it names"
	},
	{
		names: [
			"BASH_*",
			"ENV",
			"IFS",
			"PS4",
			"PROMPT_COMMAND",
			"SHELLOPTS",
			"ZDOTDIR",
			"FPATH",
			"INPUTRC"
		],
		reason: "a shell runs or splits commands by it"
	},
	{
		names: [
			"NODE_*",
			"NPM_CONFIG_*",
			"YARN_*",
			"COREPACK_*",
			"BUN_*",
			"DENO_*",
			"TS_NODE_*",
			"ELECTRON_RUN_AS_NODE"
		],
		reason: "Node.js and its package tools load code, certificates or registries by it"
	},
	{
		names: [
			"PYTHON*",
			"PIP_*",
			"UV_*",
			"VIRTUAL_ENV",
			"CONDA_*"
		],
		reason: "Python and its package tools load code or indexes by it"
	},
	{
		names: [
			"PERL5*",
			"PERLLIB",
			"PERL_*",
			"RUBYOPT",
			"RUBYLIB",
			"BUNDLE_*",
			"GEM_*",
			"PHPRC",
			"PHP_INI_*",
			"LUA_*",
			"JULIA_*",
			"ERL_*",
			"ELIXIR_ERL_OPTIONS",
			"R_PROFILE*",
			"R_ENVIRON*",
			"R_LIBS*",
			"TCLLIBPATH"
		],
		reason: "an interpreter loads code by it"
	},
	{
		names: [
			"JAVA_TOOL_OPTIONS",
			"JDK_JAVA_OPTIONS",
			"_JAVA_OPTIONS",
			"JAVA_HOME",
			"JAVA_OPTS",
			"JRUBY_OPTS",
			"ANT_*",
			"CLASSPATH",
			"MAVEN_*",
			"MVN_*",
			"GRADLE_*",
			"SBT_OPTS"
		],
		reason: "a Java program loads code by it"
	},
	{
		names: [
			"DOTNET_*",
			"COMPLUS_*",
			"CORECLR_*",
			"COR_*",
			"NUGET_*",
			"MSBUILD*",
			"PSMODULEPATH",
			"PSEXECUTIONPOLICYPREFERENCE"
		],
		reason: ".NET or PowerShell loads code by it"
	},
	{
		names: [
			"GOFLAGS",
			"GOPROXY",
			"GOENV",
			"GOROOT",
			"GOPATH",
			"GONOSUM*",
			"GOSUMDB",
			"GONOPROXY",
			"GOPRIVATE",
			"CGO_*",
			"CARGO",
			"GOINSECURE",
			"GOTOOLCHAIN",
			"CARGO_*",
			"RUSTC*",
			"RUSTFLAGS",
			"RUSTUP_*"
		],
		reason: "a compiler runs programs or trusts downloads by it"
	},
	{
		names: [
			"CC",
			"CXX",
			"CFLAGS",
			"CXXFLAGS",
			"CPPFLAGS",
			"LDFLAGS",
			"MAKEFLAGS",
			"MAKEFILES",
			"CMAKE_*",
			"PKG_CONFIG*",
			"AR",
			"CL",
			"_CL_",
			"LINK"
		],
		reason: "a build tool runs programs by it"
	},
	{
		names: [
			"GIT_*",
			"SSH_ASKPASS",
			"SUDO_*",
			"EDITOR",
			"VISUAL",
			"PAGER",
			"MANPAGER",
			"LESSOPEN",
			"LESSCLOSE",
			"RSYNC_RSH",
			"CVS_RSH",
			"TAR_OPTIONS",
			"VIMINIT",
			"EXINIT",
			"RIPGREP_CONFIG_PATH",
			"GNUPGHOME",
			"SSH_AUTH_SOCK",
			"BROWSER"
		],
		reason: "git and other tools run programs by it"
	},
	{
		names: [
			"HTTP_PROXY",
			"HTTPS_PROXY",
			"ALL_PROXY",
			"NO_PROXY",
			"FTP_PROXY",
			"NO_GRPC_PROXY",
			"RES_OPTIONS",
			"HOSTALIASES",
			"RESOLV_*"
		],
		reason: "it diverts network traffic"
	},
	{
		names: [
			"SSL_CERT_*",
			"SSLKEYLOGFILE",
			"OPENSSL_*",
			"CURL_CA_BUNDLE",
			"CURL_HOME",
			"REQUESTS_CA_BUNDLE",
			"WGETRC",
			"GRPC_*",
			"NIX_*",
			"SIGSTORE_ROOT_*",
			"TUF_ROOT"
		],
		reason: "it changes which servers are trusted or writes out session keys"
	},
	{
		names: [
			"DOCKER_*",
			"BUILDKIT_*",
			"KUBECONFIG",
			"KUBE_CONFIG_PATH*",
			"GH_HOST",
			"GH_CONFIG_DIR",
			"CONTAINER_HOST",
			"CONTAINERS_*",
			"REGISTRY_AUTH_FILE",
			"HELM_*",
			"TF_*",
			"TERRAFORM_*",
			"ANSIBLE_*"
		],
		reason: "a deployment tool is led to another server or runs programs by it"
	},
	{
		names: [
			"AWS_*",
			"GOOGLE_*",
			"CLOUDSDK_*",
			"GCLOUD_*",
			"GCE_*",
			"AZURE_*",
			"VAULT_*",
			"BAO_*",
			"BOTO_*"
		],
		reason: "it changes the cloud identity or endpoint of later programs"
	},
	{
		names: [
			"GITHUB_*",
			"RUNNER_*",
			"ACTIONS_*",
			"INPUT_*",
			"STATE_*",
			"CI"
		],
		reason: "it belongs to the runner"
	},
	{
		names: [
			"HOME",
			"USERPROFILE",
			"HOMEDRIVE",
			"HOMEPATH",
			"APPDATA",
			"LOCALAPPDATA",
			"XDG_*",
			"TMP",
			"TEMP",
			"TMPDIR",
			"PWD",
			"OLDPWD",
			"SYSTEMROOT",
			"WINDIR",
			"PROGRAMFILES",
			"PROGRAMDATA",
			"USER",
			"LOGNAME",
			"TERM",
			"TERMINFO",
			"TERMCAP",
			"LANG",
			"LANGUAGE",
			"LC_*",
			"TZ"
		],
		reason: "programs find their configuration and files by it"
	}
];
/**
* Credentials that one child process may be given under their usual names: they are what `exec` is
* for. Nothing that names a file, a program or an endpoint is here.
*/
const CHILD_CREDENTIALS = /* @__PURE__ */ new Set([
	"AWS_ACCESS_KEY_ID",
	"AWS_SECRET_ACCESS_KEY",
	"AWS_SESSION_TOKEN",
	"AZURE_CLIENT_SECRET",
	"CARGO_REGISTRY_TOKEN",
	"GITHUB_TOKEN",
	"NODE_AUTH_TOKEN",
	"TF_API_TOKEN",
	"VAULT_TOKEN"
]);
const matches = (name, pattern) => pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
/** Why `name` must not be delivered so, or undefined where it may be. Case is ignored. */
function refusalOf(name, delivery) {
	const folded = name.toUpperCase();
	if (delivery === "exec" && CHILD_CREDENTIALS.has(folded)) return void 0;
	return REFUSED.find(({ names }) => names.some((pattern) => matches(folded, pattern)))?.reason;
}
/** Throws SECRET_NAME_REFUSED for a name that could change how programs run, or that belongs to the runner. */
function checkName(name, delivery) {
	const reason = refusalOf(name, delivery);
	if (reason !== void 0) throw new ClawError("SECRET_NAME_REFUSED", `The name ${name} is refused for delivery ${delivery}: ${reason}. Choose another name.`);
}
// packages/secrets/src/pointer.ts
const MAX_DEPTH = 64;
/** A JSON string, or what may be dropped or counted between strings. */
const STRING_OR_SPACE = /("(?:[^"\\]|\\.)*")|[ \t\r\n]+/g;
const STRING_OR_BRACKET = /"(?:[^"\\]|\\.)*"|([[{])|([\]}])/g;
const unusable = (place, problem) => new ClawError("SECRET_UNUSABLE", `${place}: ${problem}`);
/** Nesting depth of valid JSON, without recursion: a deep document must not exhaust the stack. */
function depthOf(text) {
	let depth = 0;
	let deepest = 0;
	for (const [, opening, closing] of text.matchAll(STRING_OR_BRACKET)) {
		if (opening !== void 0) depth += 1;
		if (closing !== void 0) depth -= 1;
		deepest = Math.max(deepest, depth);
	}
	return deepest;
}
/** The name and the value node of each member; none for what is not an object. */
const membersOf = (node) => node.type !== "object" ? [] : (node.children ?? []).flatMap(({ children: [key, value] = [] }) => key === void 0 || value === void 0 ? [] : [{
	name: String(key.value),
	value
}]);
function checkMembers(node, place) {
	const seen = /* @__PURE__ */ new Set();
	for (const { name } of membersOf(node)) {
		if (seen.has(name)) throw unusable(place, "a member stands twice in one object.");
		seen.add(name);
	}
	for (const child of node.children ?? []) checkMembers(child, place);
}
function parseStrict(text, place) {
	try {
		JSON.parse(text);
	} catch {
		throw unusable(place, "the secret is not JSON, so a JSON pointer cannot be used on it.");
	}
	if (depthOf(text) > MAX_DEPTH) throw unusable(place, `the JSON is nested over ${MAX_DEPTH} levels.`);
	const tree = parseTree(text);
	if (tree === void 0) throw unusable(place, "the secret is not JSON.");
	checkMembers(tree, place);
	return tree;
}
/** RFC 6901 §4: an array index has no leading zero; `-` names the element after the last, which never exists. */
function memberOf(node, token) {
	if (node.type === "array") return /^(?:0|[1-9][0-9]{0,8})$/.test(token) ? node.children?.[Number(token)] : void 0;
	return membersOf(node).find(({ name }) => name === token)?.value;
}
/**
* The leaf of the JSON document `text` that `pointer` names: a string as it is; a number or a boolean
* as it is written, so that no digit is rounded away; an object or an array as compact JSON. Throws
* SECRET_NOT_FOUND where there is none and SECRET_UNUSABLE for null and for what is not strict JSON.
*/
function pointInto(text, pointer, place) {
	if (pointer.length === 0) return text;
	let node = parseStrict(text, place);
	for (const token of pointer) {
		node = memberOf(node, token);
		if (node === void 0) throw new ClawError("SECRET_NOT_FOUND", `${place}: the secret has no member "${printable(token)}" there.`);
	}
	if (node.type === "null") throw unusable(place, "the member is null.");
	if (node.type === "string") return String(node.value);
	return text.slice(node.offset, node.offset + node.length).replace(STRING_OR_SPACE, (_, string) => string ?? "");
}
// packages/secrets/src/injection.ts
function decodeText(bytes, place) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		throw new ClawError("SECRET_UNUSABLE", `${place}: the secret is not UTF-8 text; store it as base64.`);
	}
}
/** The value that a request asks for. Throws SECRET_UNUSABLE or SECRET_NOT_FOUND. */
function valueOf({ name, reference }, { bytes }) {
	const place = `Secret ${name}`;
	const value = pointInto(decodeText(bytes, place), reference.pointer, place);
	if (value.trim() === "") throw new ClawError("SECRET_UNUSABLE", `${place}: the value is empty.`);
	if (value.includes("\0")) throw new ClawError("SECRET_UNUSABLE", `${place}: the value holds a NUL character.`);
	return value;
}
function checkMaskable({ request, unmaskable }, delivery) {
	if (unmaskable === void 0 || delivery === "exec") return;
	throw new ClawError("SECRET_UNMASKABLE", `Secret ${request.name} cannot be hidden in the log: ${unmaskable}. Use delivery: exec, or store another value.`);
}
/**
* Fetches all secrets at the same time, registers every mask, and only then checks whether each may
* be delivered so. Throws the error of the first request that failed, in the order of the requests.
*/
async function fetchSecrets(requests, delivery, { store, mask }) {
	for (const { name } of requests) checkName(name, delivery);
	const secrets = (await Promise.allSettled(requests.map(async (request) => {
		const revealed = await store.reveal(request.reference);
		const value = valueOf(request, revealed);
		const { masks, unmaskable } = masksOf(value);
		for (const one of masks.slice(0, 300)) mask(one);
		return {
			request,
			version: revealed.version,
			value,
			masks,
			unmaskable
		};
	}))).map((result) => {
		if (result.status === "rejected") throw result.reason;
		return result.value;
	});
	for (const secret of secrets) checkMaskable(secret, delivery);
	return secrets;
}
// packages/secrets/src/reference.ts
const MAX_SECRETS = 64;
const MAX_LINE = 2048;
const SCHEMES = { "gcp-sm": {
	grammar: "gcp-sm://project/secret/version#/json/pointer",
	path: /^(?<project>[a-z][a-z0-9-]{1,61}[a-z0-9]|[1-9][0-9]{0,19})\/(?<secret>[A-Za-z0-9_-]{1,255})\/(?<version>[1-9][0-9]{0,8}|latest)$/
} };
const isScheme = (text) => Object.hasOwn(SCHEMES, text);
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/;
const invalid = (place, problem) => new ClawError("SECRET_REFERENCE_INVALID", `${place}: ${problem}`);
/**
* The tokens of a JSON pointer in a URI fragment (RFC 6901 §6: percent-encoded, `~0` is `~`, `~1` is `/`).
* Throws SECRET_REFERENCE_INVALID.
*/
function parsePointer(fragment, place) {
	if (!fragment.startsWith("/")) throw invalid(place, "a JSON pointer starts with \"/\"; leave out \"#\" to take the whole secret.");
	if (/~(?![01])/.test(fragment)) throw invalid(place, "in a JSON pointer, write \"~\" as \"~0\" and \"/\" as \"~1\".");
	if (!/^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*$/.test(fragment)) throw invalid(place, "the JSON pointer holds a character that must be percent-encoded.");
	try {
		return decodeURIComponent(fragment).slice(1).split("/").map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
	} catch {
		throw invalid(place, "the JSON pointer is not percent-encoded UTF-8.");
	}
}
function parsePath(scheme, path, place) {
	const { project, secret, version } = SCHEMES[scheme].path.exec(path)?.groups ?? {};
	if (project === void 0 || secret === void 0 || version === void 0) throw invalid(place, `"${printable(path)}" is not project/secret/version, where version is a number or latest.`);
	return {
		project,
		secret,
		version
	};
}
function parseReference(uri, place) {
	const [, scheme, path, fragment] = /^([a-z][a-z0-9+.-]*):\/\/([^#]*)(?:#(.*))?$/.exec(uri) ?? [];
	if (scheme === void 0 || path === void 0) throw invalid(place, `"${printable(uri)}" is not a reference; write ${SCHEMES["gcp-sm"].grammar}.`);
	if (!isScheme(scheme)) throw invalid(place, `the scheme "${printable(scheme)}" is not known; there is ${Object.keys(SCHEMES).join(", ")}.`);
	const pointer = fragment === void 0 ? [] : parsePointer(fragment, place);
	return {
		scheme,
		...parsePath(scheme, path, place),
		pointer
	};
}
function parseLine(line, place) {
	if (line.length > MAX_LINE) throw invalid(place, `the line is over ${MAX_LINE} characters.`);
	const [, name, uri] = /^([^=\s]+)\s*=\s*(\S.*)$/u.exec(line.trim()) ?? [];
	if (name === void 0 || uri === void 0) throw invalid(place, `write NAME = ${SCHEMES["gcp-sm"].grammar}.`);
	if (!NAME.test(name)) throw invalid(place, `"${printable(name)}" is not a name of letters, digits and underscores.`);
	return {
		name,
		uri,
		reference: parseReference(uri, `${place} (${name})`)
	};
}
/**
* The requests of `NAME = reference` lines. Names must differ even where case is ignored, as it is on
* Windows and in output names. Throws SECRET_REFERENCE_INVALID.
*/
function parseSecretRequests(lines, input) {
	if (lines.length === 0) throw invalid(`Input ${input}`, "it names no secret.");
	if (lines.length > MAX_SECRETS) throw invalid(`Input ${input}`, `it names over ${MAX_SECRETS} secrets.`);
	const requests = lines.map((line, index) => parseLine(line, `Input ${input}, line ${index + 1}`));
	const seen = /* @__PURE__ */ new Set();
	for (const { name } of requests) {
		const folded = name.toUpperCase();
		if (seen.has(folded)) throw invalid(`Input ${input}`, `the name ${name} is given twice.`);
		seen.add(folded);
	}
	return requests;
}
// packages/secrets/src/command-guard.ts
/** White space, controls, format characters (BOM, bidi, zero width): nothing a reader sees. */
const INVISIBLE = /^[\s\p{Cc}\p{Cf}\p{Zs}]$/u;
/**
* The runner takes `::` at the start of a line after .NET's TrimStart. Byte order marks and ANSI
* sequences before it are passed over as well: whether they are stripped first depends on the
* runner's version.
*/
function step(place, character) {
	if (place === "colon") return "inside";
	if (place === "escape") return character === "[" ? "csi" : "start";
	if (place === "csi") return /[@-~]/.test(character) ? "start" : "csi";
	if (character === "\x1B") return "escape";
	if (INVISIBLE.test(character)) return "start";
	return character === ":" ? "colon" : "inside";
}
/** Breaks workflow commands in a stream of text, wherever the stream is cut. */
var CommandGuard = class {
	#place = "start";
	/** The last two characters that were let through: `##[` may come in pieces. */
	#tail = "";
	/** A carriage return alone ends a line too: .NET's ReadLine, which the runner uses, takes it so. */
	newLine() {
		this.#place = "start";
		this.#tail = "";
	}
	/** `text` of one line or a part of it, with a space inside each `::` at the start and each `##[` anywhere. */
	pass(text) {
		const guarded = this.#passOld(this.#passStart(text));
		this.#tail = (this.#tail + guarded).slice(-2);
		return guarded;
	}
	#passStart(text) {
		for (let at = 0; at < text.length; at += 1) {
			if (this.#place === "inside") return text;
			const character = text.charAt(at);
			const split = this.#place === "colon" && character === ":";
			this.#place = step(this.#place, character);
			if (split) return `${text.slice(0, at)} ${text.slice(at)}`;
		}
		return text;
	}
	/** The first version of the commands, `##[name]`, is still looked for anywhere in a line. */
	#passOld(text) {
		return (this.#tail + text).replaceAll("##[", "## [").slice(this.#tail.length);
	}
};
// packages/secrets/src/mask-index.ts
/** The lower case of sigma depends on what follows it, which differs between a mask and a longer text. */
const withoutFinalSigma = (lower) => lower.replaceAll("ς", "σ");
/** Lower case without changing the length: positions found in the folded text must fit the original. */
function foldCase(text) {
	const lower = text.toLowerCase();
	if (lower.length === text.length) return withoutFinalSigma(lower);
	const folded = Array.from(text, (character) => {
		const one = character.toLowerCase();
		return one.length === character.length ? one : character;
	});
	return withoutFinalSigma(folded.join(""));
}
/** A 16-bit hash of the characters at the ends of the first six of a mask. */
const hashAt = (folded, at) => (folded.charCodeAt(at) * 251 ^ folded.charCodeAt(at + 6 - 1)) & 65535;
/** An index over masks of at least MIN_MASK characters; shorter ones are left out. */
var MaskIndex = class {
	#filter = /* @__PURE__ */ new Uint8Array(65536);
	#byStart = /* @__PURE__ */ new Map();
	/** Length of the longest mask, or 0. */
	longest;
	constructor(masks) {
		const folded = [...new Set(masks.map(foldCase))].filter((mask) => mask.length >= 6);
		for (const mask of folded.toSorted((a, b) => b.length - a.length)) {
			const start = mask.slice(0, 6);
			const others = this.#byStart.get(start);
			if (others === void 0) this.#byStart.set(start, [mask]);
			else others.push(mask);
			this.#filter[hashAt(mask, 0)] = 1;
		}
		this.longest = folded.reduce((longest, mask) => Math.max(longest, mask.length), 0);
	}
	/** Where masks stand in `text`; overlapping and touching ones are one span, as with the runner. */
	spans(text) {
		const folded = foldCase(text);
		const found = [];
		for (let at = 0; at + 6 <= folded.length; at += 1) {
			if (this.#filter[hashAt(folded, at)] === 0) continue;
			const mask = this.#byStart.get(folded.slice(at, at + 6))?.find((one) => folded.startsWith(one, at));
			if (mask === void 0) continue;
			const last = found.at(-1);
			if (last !== void 0 && at <= last.end) last.end = Math.max(last.end, at + mask.length);
			else found.push({
				start: at,
				end: at + mask.length
			});
		}
		return found;
	}
};
// packages/secrets/src/redactor.ts
const STARS = "***";
/** A longer line is passed on in parts: the child must not be able to fill our memory. */
const MAX_HELD = 65536;
var StreamRedactor = class {
	#decoder = new TextDecoder("utf-8", { ignoreBOM: true });
	#guard = new CommandGuard();
	#index;
	/** The part of the unfinished line that is not decided, and how many of its first characters are masked already. */
	#held = "";
	#covered = 0;
	/** Whether stars are the last that was printed: a span that touches the one before shares its stars. */
	#starred = false;
	#lineOpen = false;
	constructor(index) {
		this.#index = index;
	}
	write(chunk) {
		return this.#take(this.#decoder.decode(chunk, { stream: true }));
	}
	end() {
		return `${this.#take(this.#decoder.decode())}${this.#lineOpen ? `${this.#endLine()}\n` : ""}`;
	}
	/** No mask holds a line break, so a line that is complete can be decided. */
	#take(text) {
		return text.split(/([\r\n])/).map((part) => part === "\r" || part === "\n" ? `${this.#endLine()}${part}` : this.#hold(part)).join("");
	}
	#hold(part) {
		if (part !== "") this.#lineOpen = true;
		this.#held += part;
		if (this.#held.length <= MAX_HELD + this.#index.longest) return "";
		return this.#decide(this.#held.length - this.#index.longest);
	}
	#endLine() {
		const line = this.#decide(this.#held.length);
		this.#guard.newLine();
		this.#starred = false;
		this.#lineOpen = false;
		return line;
	}
	/** The first `count` characters of what is held, with stars for the masked ones. */
	#decide(count) {
		let shown = "";
		let at = this.#covered;
		for (const { start, end } of this.#index.spans(this.#held)) {
			if (start >= count) break;
			shown += this.#show(at, start);
			if (!this.#starred) shown += this.#guard.pass(STARS);
			this.#starred = true;
			at = Math.max(at, end);
		}
		shown += this.#show(at, count);
		this.#held = this.#held.slice(count);
		this.#covered = Math.max(0, at - count);
		return shown;
	}
	#show(from, to) {
		if (from >= to) return "";
		this.#starred = false;
		return this.#guard.pass(this.#held.slice(from, to));
	}
};
/**
* A function that makes a redactor for one output stream. Every mask is replaced by `***` whatever
* its case; the index over `masks` is built once.
*/
function redactorsFor(masks) {
	const index = new MaskIndex(masks);
	return () => new StreamRedactor(index);
}
export { fetchSecrets, googleSecretStore, parseSecretRequests, redactorsFor };
