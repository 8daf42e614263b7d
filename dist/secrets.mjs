import { createRequire as __createRequire } from 'node:module'
import { fileURLToPath as __fileURLToPath } from 'node:url'
const require = __createRequire(import.meta.url)
const __filename = __fileURLToPath(import.meta.url)
const __dirname = __fileURLToPath(new URL('.', import.meta.url))
import { __name } from "./rolldown-runtime.mjs";
import { ClawError, printable } from "./core.mjs";
import { parseTree } from "./vendor-jsonc-parser.mjs";
// packages/secrets/src/encodings.ts
const HEX_ESCAPE = (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
const inJson = (value) => JSON.stringify(value).slice(1, -1);
/** Escapes as encoding/json of Go does, and others that write JSON for use inside HTML. */
const inHtmlSafeJson = (value) => inJson(value).replace(/[<>&\u2028\u2029]/g, HEX_ESCAPE);
/** Escapes as json.dumps of Python does, and others that write ASCII only. */
const inAsciiJson = (value) => inJson(value).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
/** encodeURIComponent throws on lone surrogates; a value decoded from UTF-8 has none. */
const inUrl = (value) => encodeURIComponent(value.toWellFormed());
const inStrictUrl = (value) => inUrl(value).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
const lowerHex = (url) => url.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase());
/** Encodes as application/x-www-form-urlencoded, as the URL standard serialises it. */
const inForm = (value) => new URLSearchParams([["", value]]).toString().slice(1);
const inXml = (value) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;").replaceAll("'", "&apos;");
const inSingleQuotes = (value) => value.replaceAll("'", String.raw`'\''`);
const C_ESCAPES = {
	"\n": String.raw`\n`,
	"\r": String.raw`\r`,
	"	": String.raw`\t`,
	"\\": String.raw`\\`,
	"'": String.raw`\'`,
	"\x1B": String.raw`\E`,
	"\x07": String.raw`\a`
};
/** Quotes as `printf %q` of bash does: $'…' if there is a control character, backslashes otherwise. */
const inBashQuotes = (value) => /\p{Cc}/u.test(value) ? value.replace(/[\p{Cc}\\']/gu, (character) => C_ESCAPES[character] ?? character) : value.replace(/[ !"$&'()*,;<>?[\\\]^`{|}]|^[#~]/g, (character) => `\\${character}`);
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
* Returns the base64 of `value` inside a longer text. Whatever precedes it, the groups of four that hold only
* bytes of the value are one of three strings. If nothing follows the value, the last group is known as well.
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
/** Returns the single-line encodings of `value`, without the value itself. */
function encodedForms(value) {
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
/** Wraps `text` into lines of 64 and of 76 characters if it is longer than a line. */
function wrapped(text) {
	return COLUMNS.filter((columns) => text.length > columns).flatMap((columns) => Array.from({ length: Math.ceil(text.length / columns) }, (_, line) => text.slice(line * columns, (line + 1) * columns)));
}
/** Returns the lines that `base64` and PEM writers print for `value`, without padding: more text may follow. */
function wrappedBase64(value) {
	const bytes = Buffer.from(value);
	return wrapped(bytes.subarray(0, bytes.length - bytes.length % 3).toString("base64"));
}
// packages/secrets/src/part.ts
const CREDENTIAL = /(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|api_?key|private_?key|access_?key|auth|credentials?|\bpin)$/i;
/** Checks whether a member, variable or option of this name holds a credential. */
const namesCredential = (name) => CREDENTIAL.test(name.slice(-64));
const part = (text, named = false) => ({
	text,
	named
});
/** Makes a part that is not searched further. */
const wholePart = (text) => ({
	text,
	named: false,
	whole: true
});
/** Checks for a text long enough for a key that mixes letters and digits, as words and host names rarely do. */
const looksRandom = (text, atLeast = 8) => text.length >= atLeast && /\d/.test(text) && /[a-z]/i.test(text);
// packages/secrets/src/scan.ts
/** Returns the pieces of `text` between characters of `separators`, without empty ones. */
function splitAt(text, separators, meter) {
	meter.count(text.length);
	const pieces = [];
	let start = 0;
	for (let at = 0; at <= text.length; at += 1) {
		if (at < text.length && !separators.includes(text.charAt(at))) continue;
		if (at > start) pieces.push(text.slice(start, at));
		start = at + 1;
	}
	return pieces;
}
/** Splits as `splitAt` does, but keeps quoted text together. A quote that is not closed counts as a letter. */
function splitOutsideQuotes(text, separators, meter) {
	meter.count(2 * text.length);
	const lastQuote = {
		"\"": text.lastIndexOf("\""),
		"'": text.lastIndexOf("'")
	};
	const pieces = [];
	let start = 0;
	let open = "";
	for (let at = 0; at <= text.length; at += 1) {
		const character = text.charAt(at);
		if (open !== "") {
			if (character === open) open = "";
		} else if ((character === "\"" || character === "'") && lastQuote[character] > at) open = character;
		else if (character === "" || separators.includes(character)) {
			if (at > start) pieces.push(text.slice(start, at));
			start = at + 1;
		}
	}
	return pieces;
}
const isLetter = (character) => /[A-Za-z0-9]/.test(character);
/** Replaces each backslash and the character that it escapes by spaces, which keeps the length. */
const withoutEscapes = (text) => text.replace(/\\[^\n]/g, "  ");
/**
* Returns the quoted parts of each line, without their quotes. `signs` is `text` with only the quotes that count.
* A single quote after a letter is an apostrophe.
*/
function quotedIn(text, signs, meter) {
	meter.count(text.length);
	const found = [];
	let open = "";
	let start = 0;
	for (let at = 0; at < signs.length; at += 1) {
		const character = signs.charAt(at);
		if (character === "\n") open = "";
		else if (open === "" && (character === "\"" || character === "'" && !isLetter(signs.charAt(at - 1)))) {
			open = character;
			start = at + 1;
		} else if (character === open) {
			if (at > start) found.push(text.slice(start, at));
			open = "";
		}
	}
	return found;
}
/** Returns the index of the next `closing` that is not doubled, or -1. */
function closingIndex(text, closing, from) {
	let end = text.indexOf(closing, from);
	while (end !== -1 && text.startsWith(closing, end + closing.length)) end = text.indexOf(closing, end + 2 * closing.length);
	return end;
}
/** Returns the texts between an `opening` and the next `closing` that is not doubled. */
function enclosed(text, opening, closing, meter) {
	meter.count(2 * text.length);
	const found = [];
	for (let at = text.indexOf(opening); at !== -1;) {
		const start = at + opening.length;
		const end = closingIndex(text, closing, start);
		if (end === -1) break;
		found.push(text.slice(start, end));
		at = text.indexOf(opening, end);
	}
	return found;
}
const SPACES = " 	\r\n\f\v";
/** Removes the pair of quotes around the text. */
function unquoted(text) {
	const first = text.charAt(0);
	return (first === "\"" || first === "'") && text.length > 1 && text.endsWith(first) ? text.slice(1, -1) : text;
}
// packages/secrets/src/documents.ts
const MIN_TOKEN = 16;
const MIN_DIGITS = 4;
/** Recognises a name that is itself a secret, as in `{"<token>": ["scope"]}`. */
const isToken = (name) => name.length >= MIN_TOKEN && name.replace(/\D/g, "").length >= MIN_DIGITS;
const scalarText = (value) => typeof value === "string" ? value : typeof value === "number" ? String(value) : void 0;
/** Collects strings and numbers at any depth, without recursion: a deep document must not exhaust the stack. */
function scalarParts(root) {
	const found = [];
	const waiting = [{
		name: "",
		value: root
	}];
	for (let next = waiting.pop(); next !== void 0; next = waiting.pop()) {
		const { name, value } = next;
		const scalar = scalarText(value);
		if (scalar !== void 0) found.push(part(scalar, namesCredential(name)));
		if (typeof value !== "object" || value === null) continue;
		const members = Object.entries(value);
		if (!Array.isArray(value)) found.push(...members.flatMap(([key]) => isToken(key) ? [part(key)] : []));
		for (const [key, member] of members.toReversed()) waiting.push({
			name: Array.isArray(value) ? name : key,
			value: member
		});
	}
	return found;
}
function parse(text) {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return;
	}
}
const withoutMark = (text) => text.replace(/^\ufeff/, "");
/** Checks whether the text begins like a JSON value that has parts. Other texts, however long, are not parsed. */
const beginsLikeJson = (text) => [
	"{",
	"[",
	"\""
].includes(text.trimStart().charAt(0));
function readJson(text, meter) {
	const json = withoutMark(text);
	if (!beginsLikeJson(json)) return void 0;
	meter.count(json.length);
	const parsed = parse(json);
	return parsed === void 0 ? void 0 : scalarParts(parsed.value);
}
/** Reads one value a line; a single line is JSON. */
function readJsonLines(text, meter) {
	const json = withoutMark(text);
	if (!beginsLikeJson(json)) return void 0;
	const lines = splitAt(json, "\r\n", meter);
	const found = [];
	for (const line of lines) {
		meter.count(line.length);
		const parsed = parse(line);
		if (parsed === void 0) return void 0;
		found.push(...line === text ? [] : [part(line)], ...scalarParts(parsed.value));
	}
	return found;
}
const DOCUMENTS = [readJson, readJsonLines];
/**
* Returns JSON without its spaces, as a program that has read it writes it. Returns undefined if the text is
* not JSON, or is nested more deeply than can be written.
*/
function compactJson(text) {
	const json = withoutMark(text);
	const parsed = beginsLikeJson(json) ? parse(json) : void 0;
	if (parsed === void 0) return void 0;
	try {
		return JSON.stringify(parsed.value);
	} catch {
		return;
	}
}
// packages/secrets/src/invisible.ts
/** Controls other than tab and line breaks, and format characters: byte order mark, zero width, bidi. */
const INVISIBLE$1 = /[[\p{Cf}\p{Cc}]--[\t\n\r]]/v;
const isSurrogate = (unit) => unit >= 55296 && unit < 57344;
let units;
/**
* Returns 1 for each UTF-16 unit that is invisible, or half of a character that may be. A regular expression takes
* twice as long for each character of a log.
*/
function suspectUnits() {
	return Uint8Array.from({ length: 65536 }, (_, unit) => isSurrogate(unit) || INVISIBLE$1.test(String.fromCharCode(unit)) ? 1 : 0);
}
/** Returns the index of the next invisible character, or -1. */
function nextInvisible(text, from) {
	units ??= suspectUnits();
	for (let at = from; at < text.length; at += 1) {
		const unit = text.charCodeAt(at);
		if (units[unit] === 0) continue;
		if (!isSurrogate(unit)) return at;
		const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
		if (INVISIBLE$1.test(character)) return at;
		at += character.length - 1;
	}
	return -1;
}
const ESCAPE = "\x1B";
const BELL = "\x07";
/** Openers of control strings, which end with ST (ECMA-48 §5.6), or with BEL in terminals. */
const STRINGS = /* @__PURE__ */ new Set([
	"]",
	"P",
	"X",
	"^",
	"_"
]);
const OPENS_STRING = new RegExp(`${ESCAPE}[\\]PX^_]`);
/** The visible part of a text, and the place of each of its characters in the whole. */
var Projection = class {
	text;
	#runs;
	constructor(text, runs = [{
		shownAt: 0,
		place: 0
	}]) {
		this.text = text;
		this.#runs = runs;
	}
	/** Returns the place in the whole text of the visible character at `index`. */
	placeInWhole(index) {
		let [low, high] = [0, this.#runs.length - 1];
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((this.#runs[middle]?.shownAt ?? 0) <= index) low = middle;
			else high = middle - 1;
		}
		const run = this.#runs[low] ?? {
			shownAt: 0,
			place: 0
		};
		return run.place + index - run.shownAt;
	}
};
const isBetween = (text, at, first, last) => {
	const code = text.charCodeAt(at);
	return code >= first && code <= last;
};
/** ECMA-48 §5.4: parameters, intermediate bytes, one final byte. Without a final byte it is not a sequence. */
function endOfControlSequence(text, from) {
	let at = from;
	while (isBetween(text, at, 48, 63)) at += 1;
	while (isBetween(text, at, 32, 47)) at += 1;
	return isBetween(text, at, 64, 126) ? at + 1 : from;
}
/** ECMA-35 §13.2: intermediate bytes and one final byte. */
function endOfEscape(text, from) {
	let at = from;
	while (isBetween(text, at, 32, 47)) at += 1;
	return isBetween(text, at, 48, 126) ? at + 1 : from;
}
/** Returns the index after the terminator, or `from` if there is none: the text inside an open string would be lost. */
function endOfString(text, from, terminators) {
	const end = Math.min(terminators.bell(from), terminators.st(from));
	if (end === Infinity) return from;
	return text.charAt(end) === BELL ? end + 1 : end + 2;
}
function indexFinder(text, what) {
	let known = -1;
	return (from) => {
		if (known < from) {
			const found = text.indexOf(what, from);
			known = found === -1 ? Infinity : found;
		}
		return known;
	};
}
/** Returns the end of the sequence at `at`, or of the single invisible character there, which may be a surrogate pair. */
function endOfHidden(text, at, terminators) {
	const character = text.charAt(at);
	if (character === "") return endOfControlSequence(text, at + 1);
	if (character !== ESCAPE) return at + String.fromCodePoint(text.codePointAt(at) ?? 0).length;
	const next = text.charAt(at + 1);
	if (next === "[") return endOfControlSequence(text, at + 2);
	if (STRINGS.has(next)) return terminators === void 0 ? at + 2 : endOfString(text, at + 2, terminators);
	return endOfEscape(text, at + 1);
}
function project(text, terminators) {
	const runs = [];
	let shown = "";
	const show = (place, to) => {
		if (to <= place) return;
		runs.push({
			shownAt: shown.length,
			place
		});
		shown += text.slice(place, to);
	};
	let from = 0;
	for (let at = nextInvisible(text, 0); at !== -1; at = nextInvisible(text, from)) {
		show(from, at);
		from = endOfHidden(text, at, terminators);
	}
	show(from, text.length);
	return new Projection(shown, runs);
}
/** Most text is plain ASCII, which this finds out quickly. */
const OTHER_THAN_ASCII = /[^\t\n\r -~]/;
/**
* Returns the ways to read `text`: as it is; without control sequences; and without control strings and their
* contents. All are needed: a sequence that is cut off hides visible characters.
*/
function allProjections(text) {
	const whole = new Projection(text);
	if (!OTHER_THAN_ASCII.test(text) || nextInvisible(text, 0) === -1) return [whole];
	const plain = project(text, void 0);
	if (!OPENS_STRING.test(text)) return [whole, plain];
	return [
		whole,
		plain,
		project(text, {
			bell: indexFinder(text, BELL),
			st: indexFinder(text, `${ESCAPE}\\`)
		})
	];
}
/** Returns `text` as a terminal shows it. */
function visible(text) {
	return allProjections(text).at(-1)?.text ?? text;
}
// packages/secrets/src/pem.ts
const BEGIN = "-----BEGIN ";
const END = "-----END ";
const DASHES = "-----";
/** Returns the body of a block. Dotenv, and JSON that is not read as JSON, write line breaks as `\n`. */
function pemBody(block) {
	const body = block.replaceAll("\\r", "\n").replaceAll("\\n", "\n").split("\n").filter((line) => !line.includes(":") && !line.startsWith("=")).join("").replace(/\s+/g, "");
	return /^[A-Za-z0-9+/]+=*$/.test(body) ? body : "";
}
/** Returns every block of `text`, and the text without them. */
function readPem(text, meter) {
	meter.count(text.length);
	const bodies = [];
	const rest = [];
	let from = 0;
	for (let begin = text.indexOf(BEGIN); begin !== -1; begin = text.indexOf(BEGIN, from)) {
		const label = text.indexOf(DASHES, begin + 11);
		const end = label === -1 ? -1 : text.indexOf(END, label + 5);
		const close = end === -1 ? -1 : text.indexOf(DASHES, end + 9);
		if (close === -1) break;
		rest.push(text.slice(from, begin));
		bodies.push(pemBody(text.slice(label + 5, end)));
		from = close + 5;
	}
	return {
		bodies: bodies.filter((body) => body !== ""),
		rest: [...rest, text.slice(from)].join("\n")
	};
}
// packages/secrets/src/url-reader.ts
/** Shorter segments of a path are names. */
const MIN_SEGMENT = 16;
const MIN_MIXED = 20;
/** Twenty letters of both cases are rarely a name. */
const isKey = (segment) => looksRandom(segment, MIN_SEGMENT) || segment.length >= MIN_MIXED && /[a-z]/.test(segment) && /[A-Z]/.test(segment);
function percentDecoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
/** Returns the credentials as written, percent-decoded, and as HTTP basic authentication sends them. */
function userAndPassword(user, password) {
	const [plainUser, plainPassword] = [percentDecoded(user), percentDecoded(password)];
	const pairs = [`${plainUser}:${plainPassword}`, `${user}:${password}`];
	return [
		{
			...wholePart(password),
			named: true
		},
		{
			...wholePart(plainPassword),
			named: true
		},
		...pairs.map((pair) => wholePart(Buffer.from(pair).toString("base64"))),
		...looksRandom(user) ? [part(user)] : []
	];
}
/** Reads `token@` and `user:password@`. */
function userInfo(info) {
	const colon = info.indexOf(":");
	if (colon !== -1) return userAndPassword(info.slice(0, colon), info.slice(colon + 1));
	return [
		part(info),
		part(percentDecoded(info)),
		wholePart(Buffer.from(`${info}:`).toString("base64"))
	];
}
/** Reads `a=b&c=d` of a query or of a fragment, where OAuth passes tokens. */
function parameters(query, meter) {
	return splitAt(query, "&;", meter).flatMap((pair) => {
		const at = pair.indexOf("=");
		const written = pair.slice(at + 1);
		const named = namesCredential(pair.slice(0, Math.max(0, at)));
		return at === -1 ? [] : [part(written, named), part(percentDecoded(written.replaceAll("+", " ")), named)];
	});
}
function readUrl(url, meter) {
	const rest = url.slice(url.indexOf("://") + 3);
	const slash = rest.indexOf("/");
	const at = (slash === -1 ? rest : rest.slice(0, slash)).lastIndexOf("@");
	const [path = "", ...queries] = splitAt(rest.slice(at + 1), "?#", meter);
	return [
		...at === -1 ? [] : userInfo(rest.slice(0, at)),
		...queries.flatMap((query) => parameters(query, meter)),
		...splitAt(path, "/", meter).slice(1).filter((segment) => isKey(segment) && /^[\w:~-]+$/.test(segment)).map((segment) => part(segment))
	];
}
/**
* Reads `user:password@host`, as curl takes it, and Go's MySQL driver with `@tcp(host)/name`; Oracle has
* `user/password@host`.
*/
function readBare(word) {
	const at = word.lastIndexOf("@");
	return [":", "/"].flatMap((sign) => {
		const end = word.indexOf(sign);
		return end < 1 || at <= end + 1 ? [] : userAndPassword(word.slice(0, end), word.slice(end + 1, at));
	});
}
function readUrls(text, meter) {
	return splitAt(text, `${SPACES}"'\`<>`, meter).flatMap((word) => {
		meter.count(word.length);
		return word.includes("://") ? readUrl(word, meter) : readBare(word);
	});
}
// packages/secrets/src/text-readers.ts
const MAX_KEY = 256;
const XML_ENTITIES = {
	"&amp;": "&",
	"&lt;": "<",
	"&gt;": ">",
	"&quot;": "\"",
	"&apos;": "'"
};
const numbered = (digits, radix) => {
	const point = Number.parseInt(digits, radix);
	return point > 0 && point <= 1114111 ? String.fromCodePoint(point) : void 0;
};
const withoutEntities = (text) => text.replace(/&(?:amp|lt|gt|quot|apos|#([0-9]{1,7})|#x([0-9a-f]{1,6}));/gi, (entity, decimal, hexadecimal) => (decimal === void 0 ? void 0 : numbered(decimal, 10)) ?? (hexadecimal === void 0 ? void 0 : numbered(hexadecimal, 16)) ?? XML_ENTITIES[entity] ?? entity);
const CONTROLS = {
	n: "\n",
	r: "\r",
	t: "	"
};
/** Resolves escapes such as `\u0021` and `\:` of properties, dotenv, TOML and libpq. */
const withoutBackslashes = (text) => text.replace(/\\(?:u([0-9a-f]{4})|([^]))/gi, (_, unit, other) => unit === void 0 ? CONTROLS[other ?? ""] ?? other ?? "" : String.fromCharCode(Number.parseInt(unit, 16)));
/** Decoders for formats that escape some characters, each with the sign of an escape. */
const WRITTEN_OTHERWISE = [
	["\\n", (text) => text.replaceAll("\\n", "\n")],
	["\\", withoutBackslashes],
	["&", withoutEntities],
	["''", (text) => text.replaceAll("''", "'")],
	["\"\"", (text) => text.replaceAll("\"\"", "\"")],
	["}}", (text) => text.replaceAll("}}", "}")]
];
const readings = (text) => WRITTEN_OTHERWISE.filter(([sign]) => text.includes(sign)).map(([, read]) => part(read(text)));
/** Removes quotes at either end, even if the other one is on another line. */
const withoutQuotes = (text) => text.replace(/^["'`]{1,3}/, "").replace(/["'`]{1,3}[,;]?$/, "");
/** Removes a tag or an anchor, which YAML puts before a value. */
const withoutTag = (text) => /^[!&][^\s]{0,64}\s/.test(text) ? text.slice(text.search(/\s/)).trim() : text;
/** Returns a value as written; without its quotes, its comment and the comma after it; and with escapes resolved. */
function valueParts(written, named) {
	const value = withoutTag(written.trim());
	const comment = value.indexOf(" #");
	const plain = unquoted(value.replace(/[,;]$/, ""));
	return [
		...[
			value,
			unquoted(value),
			plain,
			...comment === -1 ? [] : [unquoted(value.slice(0, comment).trimEnd())]
		].map((text) => part(text, named)),
		part(withoutQuotes(value)),
		...readings(value),
		...readings(plain)
	];
}
/** Another pair follows: a finer split finds the value. */
const MORE = /[;&]\s{0,8}[\w .-]{1,64}=/;
/** Returns the values after the first `=` and the first `:` of a piece. */
function readAssignment(piece) {
	if (MORE.test(piece)) return [];
	const head = piece.slice(0, MAX_KEY);
	return ["=", ":"].flatMap((sign) => {
		const at = head.indexOf(sign);
		if (at < 1 || piece.startsWith("//", at + 1)) return [];
		const key = unquoted(head.slice(0, at).trim().replace(/:$/, ""));
		return valueParts(piece.slice(at + 1).replace(/^>/, ""), namesCredential(key));
	});
}
/** Separators that formats write between two pairs. */
const BETWEEN_PAIRS = [
	{
		separators: "\r\n",
		quotes: false
	},
	{
		separators: `\r
;`,
		quotes: false
	},
	{
		separators: `\r
&`,
		quotes: false
	},
	{
		separators: `\r
,;{}[]()<>`,
		quotes: false
	},
	{
		separators: `\r
,;{}[]()<>`,
		quotes: true
	},
	{
		separators: `${SPACES},;{}[]()<>&`,
		quotes: false
	},
	{
		separators: `${SPACES},;{}[]()<>&`,
		quotes: true
	}
];
/** Reads pairs of dotenv, properties, ini, YAML, TOML, HCL, npmrc, ADO.NET, ODBC and libpq, and `user:password`. */
const readAssignments = (text, meter) => BETWEEN_PAIRS.flatMap(({ separators, quotes }) => (quotes ? splitOutsideQuotes : splitAt)(text, separators, meter).flatMap((piece) => {
	meter.count(piece.length);
	return readAssignment(piece.trim());
}));
/** Reads `- value` of YAML. */
function readListItems(text, meter) {
	return splitAt(text, "\r\n", meter).flatMap((line) => {
		const item = line.trimStart();
		return item.startsWith("- ") ? valueParts(item.slice(2), false) : [];
	});
}
const indentation = (line) => line.length - line.trimStart().length;
/** Reads block scalars of YAML: the lines indented further below a line that ends in `|` or `>`. */
function readBlocks(text, meter) {
	meter.count(text.length);
	const blocks = [];
	let open;
	for (const line of text.replaceAll("\r\n", "\n").split("\n")) {
		if (open !== void 0 && (line.trim() === "" || indentation(line) > open.indent)) {
			open.lines.push(line.trim());
			continue;
		}
		open = /[|>][-+]?$/.test(line.trimEnd().slice(-2)) ? {
			indent: indentation(line),
			lines: []
		} : void 0;
		if (open !== void 0) blocks.push(open.lines);
	}
	return blocks.map((lines) => part(lines.join("\n")));
}
const OPTION = /^-{0,2}(?:[\w.-]{0,48}(?:pass(?:word|wd|phrase)?|pwd|secret|token|key)|bearer|basic|digest|negotiate|login|account|requirepass|user|-u|-p)["':=]{0,2}$/i;
/** Reads the word after one that names a credential: .netrc, headers, options, redis and others. */
function readWords(text, meter) {
	const words = splitAt(text, SPACES, meter).filter((word) => !/^[=:]>?$/.test(word));
	return words.flatMap((word, index) => {
		const before = unquoted(words[index - 1] ?? "");
		if (before.length > MAX_KEY || !OPTION.test(before)) return [];
		const value = word.replace(/[,;]$/, "");
		const named = namesCredential(before.replace(/["':=]+$/, ""));
		return [part(value, named), part(unquoted(value), named)];
	});
}
/** Reads any mix of letters and digits between signs that formats use. */
const readRandom = (text, meter) => splitAt(text, `${SPACES}"'\`,;<>(){}[]=|&`, meter).filter((word) => looksRandom(word)).map((word) => part(word));
/** Reads the first and the last line of a quoted text of several lines. */
const readQuotedLines = (text, meter) => splitAt(text, "\r\n", meter).flatMap((line) => {
	const inside = withoutQuotes(line.trim());
	return inside === line.trim() ? [] : [part(inside), ...readings(inside)];
});
/** Reads `PWD={a;b}` of ODBC and of the JDBC driver of SQL Server. */
const readBraced = (text, meter) => enclosed(text, "={", "}", meter).flatMap((inside) => [part(inside), ...readings(inside)]);
const readCharacterData = (text, meter) => enclosed(text, "<![CDATA[", "]]>", meter).map((inside) => part(inside));
/** Reads quoted text: attributes of XML, members of JSON with comments, TOML, HCL, source code. */
const readQuoted = (text, meter) => [text, ...text.includes("\\") ? [withoutEscapes(text)] : []].flatMap((signs) => quotedIn(text, signs, meter)).flatMap((quoted) => [part(quoted), ...readings(quoted)]);
/** Reads text between tags. */
const readElements = (text, meter) => text.includes("</") ? splitAt(text, "<>", meter).flatMap((piece) => valueParts(piece, false)) : [];
/** Reads `host:port:database:user:password`, with `\:` for a colon. */
function readPgpass(text, meter) {
	return splitAt(text, "\r\n", meter).flatMap((line) => {
		const fields = splitAt(line.replaceAll("\\\\", "").replaceAll("\\:", ""), ":", meter);
		const password = (fields[4] ?? "").replaceAll("", ":").replaceAll("", "\\");
		return fields.length === 5 ? [part(password, true)] : [];
	});
}
/** Reads JWS and JWE compact serialisation (RFC 7515 §7.1, RFC 7516 §7.1): debuggers show each segment alone. */
const readJwt = (text, meter) => splitAt(text, `${SPACES}"'\`,;:<>(){}[]=|&/?#`, meter).flatMap((word) => {
	const segments = word.startsWith("ey") ? word.split(".") : [];
	return segments.length >= 3 && segments.length <= 5 ? [word, ...segments].map((segment) => part(segment)) : [];
});
/** Control characters other than tab and line breaks: a person would not store such text. */
const BINARY = /[[\p{Cc}\ufffd]--[\t\n\r]]/v;
/** Decodes base64 and base64url of text, wrapped or not: docker configurations, Kubernetes secrets, HTTP authentication. */
function readBase64(text, meter) {
	meter.count(text.length);
	const joined = splitAt(text, SPACES, meter).join("");
	if (joined.length < 8 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(joined)) return [];
	const decoded = Buffer.from(joined, "base64").toString("utf8");
	return decoded.length < 4 || BINARY.test(decoded) ? [] : [part(decoded)];
}
const TEXT_READERS = [
	readAssignments,
	readListItems,
	readBlocks,
	readWords,
	readQuoted,
	readQuotedLines,
	readBraced,
	readElements,
	readCharacterData,
	readUrls,
	readPgpass,
	readJwt,
	readBase64,
	readRandom
];
// packages/secrets/src/leaves.ts
/** A Kubernetes secret with a docker configuration has five: JSON, Base64, JSON, Base64, user and password. */
const MAX_LEVELS = 8;
const MAX_LEAVES = 2e3;
/** Limits the characters of all parts together, by the length of the secret; small secrets get the minimum. */
const MAX_GROWTH = 12;
const MIN_CHARACTERS = 16384;
function documentParts(text, meter) {
	for (const read of DOCUMENTS) {
		const parts = read(text, meter);
		if (parts !== void 0) return parts;
	}
	const { rest } = readPem(text, meter);
	if (rest.trim() === "") return [];
	const shown = visible(rest);
	return [...shown === rest ? [] : [part(shown)], ...TEXT_READERS.flatMap((read) => read(shown, meter))];
}
/** Collects parts until they are too many or too long. */
var Collection = class {
	#found = /* @__PURE__ */ new Map();
	#text;
	#characters;
	cut = false;
	constructor(text) {
		this.#text = text;
		this.#characters = MIN_CHARACTERS + MAX_GROWTH * text.length;
	}
	/** Adds `parts` and returns the texts of those that are new and may hold more. */
	add(parts) {
		const fresh = [];
		for (const { text, named, whole } of parts) {
			if (text.trim() === "" || text === this.#text) continue;
			const known = this.#found.get(text);
			if (known === void 0) {
				if (this.#found.size >= MAX_LEAVES || text.length > this.#characters) {
					this.cut = true;
					continue;
				}
				this.#characters -= text.length;
				if (whole !== true) fresh.push(text);
			}
			this.#found.set(text, named || known === true);
		}
		return fresh;
	}
	parts() {
		return [...this.#found].map(([text, named]) => part(text, named));
	}
};
/** Checks for two lines or three words: a password may hold a space. */
const looksLikeDocument = (text) => /\S\s*[\r\n]\s*\S/.test(text) || text.trim().split(/\s+/).length > 2;
/** Finds the parts of `text` that may be printed alone. */
function findLeaves(text, meter) {
	const found = new Collection(text);
	let level = [text];
	for (let depth = 0; depth < MAX_LEVELS && level.length > 0; depth += 1) level = level.flatMap((one) => found.add(documentParts(one, meter)));
	if (level.length > 0) found.cut = true;
	const parts = found.parts();
	const unread = parts.length === 0 && looksLikeDocument(readPem(text, meter).rest);
	return {
		parts,
		cut: found.cut,
		unread
	};
}
// packages/secrets/src/meter.ts
/**
* Counts the characters that are examined. A secret is up to 64 KiB of arbitrary text, and the work on it must
* grow no faster than its length: everything that walks over text reports it here.
*/
var Meter = class {
	steps = 0;
	count(characters) {
		this.steps += characters;
	}
};
const STOP_WORDS = new Set(`undefined localhost 127.0.0.1 0.0.0.0 default production staging development testing sandbox preview
   release debug master branch github actions runner ubuntu windows darwin docker string number boolean
   object function password secret username postgres postgresql mysql mongodb redis service_account
   bearer public private internal enabled disabled require required prefer verify-full verify-ca
   service admin administrator application/json googleapis.com https:// http://
   https://accounts.google.com/o/oauth2/auth https://oauth2.googleapis.com/token
   https://www.googleapis.com/oauth2/v1/certs`.split(/\s+/));
/** Recognises digits up to the length of a Unix time, decimals, booleans and words that appear in every log. */
const isCommon = (text) => STOP_WORDS.has(text.toLowerCase()) || /^[-+]?\d{1,10}(?:\.\d{1,10})?$/.test(text) || text.startsWith("https://www.googleapis.com/robot/v1/metadata/x509/") || /^-----(?:BEGIN|END) [A-Z0-9 ]+-----$/.test(text) || /^(.)\1*$/su.test(text);
const isMask = (text) => text.length >= 6 && !isCommon(text);
const trimmedLines = (text) => text.split(/[\r\n]+/).map((line) => line.trim());
/**
* Returns the text as it is, as a terminal shows it, and with Unix line ends. All are trimmed, because each form
* of the trimmed text is a part of the same form of the whole; only the white space around it stays visible.
*/
function textForms(value) {
	const trimmed = value.trim();
	const forms = [trimmed, visible(trimmed).trim()];
	return [...new Set(forms.flatMap((form) => [form, form.replaceAll("\r\n", "\n")]))];
}
function partMasks(text, meter) {
	return textForms(text).flatMap((form) => {
		meter.count(form.length);
		return [
			...trimmedLines(form),
			form.replace(/[\r\n]+/g, ""),
			form.replace(/[\r\n]+/g, " ").trim(),
			...readPem(form, meter).bodies.flatMap((body) => [body, ...wrapped(body)]),
			...encodedForms(form),
			...wrappedBase64(form)
		];
	});
}
/** Recognises placeholders for a missing value. */
const isNothing = (text) => /^(?:true|false|null|none|nil|undefined|~|\*+)?$/i.test(text);
function partial({ parts, cut, unread }) {
	if (parts.some(({ text, named }) => named && !isNothing(text.trim()) && !isMask(text.trim()))) return "a part of it that is named like a credential is too short or too common to be hidden";
	if (cut) return "it has more parts than are examined";
	return unread ? "it has several words or lines, and none of them is recognised as a credential" : void 0;
}
function unmaskable(value, count) {
	const lines = trimmedLines(value).filter((line) => line !== "");
	if (value.trim().length < 6) return `it has fewer than 6 characters`;
	if (isCommon(value.trim())) return "it is a word or a number that appears in every log";
	if (!lines.some(isMask)) return `no line of it has 6 characters`;
	return count > 300 ? `hiding it takes ${count} masks and the limit is 300` : void 0;
}
/**
* Returns everything to hide for `value`: its lines, its parts if it is a document of a known kind, and the
* encodings of all these. No mask holds a line break: the runner would register each of its lines, down to a
* lone brace.
*/
function masksFor(value, meter = new Meter()) {
	const leaves = findLeaves(value, meter);
	const texts = [value, ...leaves.parts.toSorted((a, b) => Number(b.named) - Number(a.named)).map(({ text }) => text)].filter((text) => isMask(text.trim()));
	const compact = compactJson(value);
	const candidates = [...texts.flatMap((text) => partMasks(text, meter)), ...compact === void 0 ? [] : [compact, ...encodedForms(compact)]];
	const masks = new Set(candidates.filter((mask) => isMask(mask) && !/[\r\n]/.test(mask)));
	return {
		masks: [...masks],
		unmaskable: unmaskable(value, masks.size),
		partial: partial(leaves)
	};
}
// packages/secrets/src/names/credential-names.ts
const CREDENTIAL_NAMES = [
	{
		names: "AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_BEARER_TOKEN_BEDROCK",
		source: "AWS SDKs and Tools Reference Guide"
	},
	{
		names: "AZURE_CLIENT_SECRET AZURE_PASSWORD AZURE_STORAGE_KEY AZURE_STORAGE_SAS_TOKEN AZURE_STORAGE_CONNECTION_STRING AZURE_DEVOPS_EXT_PAT AZURE_OPENAI_API_KEY",
		source: "Azure Identity; az storage; az devops; Azure OpenAI"
	},
	{
		names: "GOOGLE_API_KEY GOOGLE_CLIENT_SECRET GOOGLE_OAUTH_ACCESS_TOKEN CLOUDSDK_AUTH_ACCESS_TOKEN",
		source: "Google AI; OAuth 2.0; Terraform google; gcloud config, auth/access_token"
	},
	{
		names: "VAULT_TOKEN BAO_TOKEN",
		source: "vault(1), Environment Variables"
	},
	{
		names: "GITHUB_TOKEN GITHUB_PAT GITHUB_API_TOKEN GITHUB_ENTERPRISE_TOKEN GITHUB_APP_PRIVATE_KEY GITHUB_APP_CLIENT_SECRET GITHUB_CLIENT_SECRET GITHUB_WEBHOOK_SECRET GIT_TOKEN GIT_PASSWORD",
		source: "gh help environment; Probot; Terraform github; semantic-release"
	},
	{
		names: "TF_VAR_* TF_TOKEN_* TF_API_TOKEN TF_HTTP_USERNAME TF_HTTP_PASSWORD TERRAFORM_CLOUD_TOKEN PULUMI_ACCESS_TOKEN",
		source: "Terraform CLI, Environment Variables and Configuration; backend http; setup-terraform"
	},
	{
		names: "DOCKER_USERNAME DOCKER_PASSWORD DOCKER_TOKEN DOCKER_AUTH_CONFIG DOCKER_CONTENT_TRUST_*_PASSPHRASE",
		source: "docker login; docker/cli, DOCKER_AUTH_CONFIG; Docker Content Trust"
	},
	{
		names: "HELM_REGISTRY_USERNAME HELM_REGISTRY_PASSWORD HELM_REPO_USERNAME HELM_REPO_PASSWORD HELM_KUBETOKEN ANSIBLE_VAULT_PASSWORD ANSIBLE_GALAXY_SERVER_*_TOKEN",
		source: "helm registry login; helm help; ansible-vault; Ansible Galaxy"
	},
	{
		names: "MAVEN_GPG_PASSPHRASE MAVEN_GPG_KEY MAVEN_USERNAME MAVEN_PASSWORD MAVEN_TOKEN MAVEN_CENTRAL_USERNAME MAVEN_CENTRAL_PASSWORD MAVEN_CENTRAL_TOKEN MVNW_USERNAME MVNW_PASSWORD",
		source: "maven-gpg-plugin; setup-java; Maven Wrapper"
	},
	{
		names: "GRADLE_PUBLISH_KEY GRADLE_PUBLISH_SECRET GRADLE_ENCRYPTION_KEY NUGET_API_KEY NUGET_AUTH_TOKEN NUGET_TOKEN",
		source: "Gradle, Plugin Publishing; setup-gradle; nuget push; setup-dotnet"
	},
	{
		names: "GEM_HOST_API_KEY BUNDLE_RUBYGEMS__PKG__GITHUB__COM BUNDLE_ENTERPRISE__CONTRIBSYS__COM BUNDLE_GEM__FURY__IO BUNDLE_GITHUB__COM",
		source: "gem push; bundle-config(1), Credentials"
	},
	{
		names: "NODE_AUTH_TOKEN YARN_NPM_AUTH_TOKEN YARN_NPM_AUTH_IDENT BUN_AUTH_TOKEN COREPACK_NPM_TOKEN COREPACK_NPM_USERNAME COREPACK_NPM_PASSWORD DENO_DEPLOY_TOKEN DENO_AUTH_TOKENS",
		source: "setup-node; Yarn, Configuration; Bun; Corepack; Deno, Environment variables"
	},
	{
		names: "UV_PUBLISH_TOKEN UV_PUBLISH_USERNAME UV_PUBLISH_PASSWORD UV_INDEX_*_USERNAME UV_INDEX_*_PASSWORD CONDA_TOKEN",
		source: "uv, Environment variables; Anaconda, Tokens"
	},
	{
		names: "CARGO_REGISTRY_TOKEN CARGO_REGISTRIES_*_TOKEN",
		source: "Cargo, Environment Variables"
	}
];
// packages/secrets/src/names/deployment-names.ts
const DEPLOYMENT_NAMES = [
	{
		names: "DOCKER_* BUILDKIT_* BUILDX_CONFIG BUILDX_BUILDER COMPOSE_FILE COMPOSE_ENV_FILES CONTAINER_HOST CONTAINER_CONNECTION CONTAINERS_* CONTAINERD_ADDRESS NERDCTL_TOML PODMAN_CONNECTIONS_CONF REGISTRY_AUTH_FILE KO_DOCKER_REPO",
		reason: "a container tool is redirected to another server or runs programs through it",
		source: "docker(1), Environment variables; BuildKit; Compose; podman(1); containers.conf(5); nerdctl; ko"
	},
	{
		names: "KUBECONFIG KUBECTL_* KUBERC KUBE_CONFIG_PATH* KUBERNETES_EXEC_INFO KUBERNETES_SERVICE_* KUBERNETES_MASTER KREW_ROOT K9S_CONFIG_DIR K9S_EDITOR",
		reason: "a client of Kubernetes is redirected to another server or runs programs through it",
		source: "kubectl, Command line tool; kubectl diff; client-go, exec credentials; Krew; k9s"
	},
	{
		names: "HELM_* HELMFILE_FILE_PATH KUSTOMIZE_PLUGIN_HOME SKAFFOLD_* ARGOCD_OPTS ARGOCD_SERVER",
		reason: "a deployment tool loads plug-ins or is redirected to another server through it",
		source: "helm help; helmfile; kustomize; Skaffold; argocd"
	},
	{
		names: "TF_* TERRAFORM_* TERRAGRUNT_* TG_TF_PATH TG_CONFIG TG_DOWNLOAD_DIR PACKER_CONFIG PACKER_CONFIG_DIR PACKER_PLUGIN_PATH PULUMI_HOME PULUMI_BACKEND_URL VAGRANT_HOME VAGRANT_VAGRANTFILE VAGRANT_CWD VAGRANT_SERVER_URL VAGRANT_DOTFILE_PATH",
		reason: "an infrastructure tool loads plug-ins, takes options or is redirected to another server through it",
		source: "Terraform CLI, Environment Variables; Terragrunt; OpenTofu; Packer; Pulumi; Vagrant"
	},
	{
		names: "ANSIBLE_*",
		reason: "Ansible loads code or runs programs through it",
		source: "Ansible Configuration Settings"
	},
	{
		names: "AWS_* BOTO_* SAM_CLI_*",
		reason: "it changes the cloud identity or endpoint of later programs",
		source: "AWS SDKs and Tools Reference Guide; Boto3, Configuration; AWS SAM"
	},
	{
		names: "GOOGLE_* CLOUDSDK_* GCLOUD_* GCE_* NO_GCE_CHECK",
		reason: "it changes the cloud identity or endpoint of later programs, or runs a program that it names",
		source: "Application Default Credentials; gcloud topic configurations; google-auth-library"
	},
	{
		names: "AZURE_* AZD_CONFIG_DIR MSI_ENDPOINT IDENTITY_ENDPOINT IMDS_ENDPOINT",
		reason: "it changes the cloud identity or endpoint of later programs",
		source: "Azure CLI, Configuration; Azure Identity, Environment variables; App Service, Managed identities"
	},
	{
		names: "ARM_ENVIRONMENT ARM_ENDPOINT ARM_METADATA_HOST* ARM_MSI_ENDPOINT ARM_OIDC_REQUEST_URL ARM_OIDC_TOKEN_FILE_PATH ARM_CLIENT_CERTIFICATE_PATH",
		reason: "it changes the cloud identity or endpoint of later programs",
		source: "Terraform azurerm, Authenticating"
	},
	{
		names: "VAULT_* BAO_* CONSUL_HTTP_ADDR CONSUL_HTTP_SSL* CONSUL_GRPC_ADDR CONSUL_CACERT CONSUL_CAPATH CONSUL_TLS_SERVER_NAME NOMAD_ADDR NOMAD_CACERT NOMAD_CAPATH OCI_CLI_CONFIG_FILE OCI_CLI_RC_FILE HCLOUD_ENDPOINT HCLOUD_CONFIG SCW_API_URL SCW_CONFIG_PATH DIGITALOCEAN_API_URL CF_HOME CF_PLUGIN_HOME",
		reason: "a client is redirected to another server or reads another configuration through it",
		source: "vault(1), Environment Variables; consul; nomad; oci; hcloud; scw; doctl; cf"
	},
	{
		names: "GITHUB_* RUNNER_* ACTIONS_* INPUT_* STATE_* CI AGENT_TOOLSDIRECTORY",
		reason: "it belongs to the runner",
		source: "GitHub Actions, Variables"
	}
];
// packages/secrets/src/names/language-names.ts
const LANGUAGE_NAMES = [
	{
		names: "NODE_* TS_NODE_* TSX_TSCONFIG_PATH ELECTRON_RUN_AS_NODE ELECTRON_OVERRIDE_DIST_PATH ELECTRON_MIRROR ELECTRON_CUSTOM_*",
		reason: "Node.js loads code or certificates through it",
		source: "node(1), Environment Variables; Electron, Environment Variables; ts-node and tsx, Configuration"
	},
	{
		names: "NPM_CONFIG_* PNPM_HOME PNPM_CONFIG_* YARN_* COREPACK_* BUN_* DENO_*",
		reason: "a package tool of JavaScript loads code or changes its registry through it",
		source: "npm, config; pnpm, Settings; Yarn, Configuration; Corepack, Environment Variables; Bun and Deno, Environment Variables"
	},
	{
		names: "NVM_DIR NVM_BIN NVM_NODEJS_ORG_MIRROR N_PREFIX N_NODE_MIRROR FNM_DIR FNM_NODE_DIST_MIRROR VOLTA_HOME NODENV_ROOT NODENV_VERSION ASDF_DIR ASDF_DATA_DIR ASDF_CONFIG_FILE MISE_CONFIG_* MISE_DATA_DIR",
		reason: "a version manager chooses or downloads programs through it",
		source: "nvm, n, fnm, Volta, nodenv, asdf and mise: Configuration"
	},
	{
		names: "ESBUILD_BINARY_PATH SASS_BINARY_* SENTRYCLI_CDNURL PUPPETEER_EXECUTABLE_PATH PUPPETEER_DOWNLOAD_BASE_URL PLAYWRIGHT_BROWSERS_PATH PLAYWRIGHT_DOWNLOAD_HOST CYPRESS_INSTALL_* CYPRESS_RUN_BINARY CHROME_BIN CHROME_PATH CHROMEDRIVER_FILEPATH CHROMEDRIVER_CDNURL",
		reason: "a tool of JavaScript runs or downloads a program through it",
		source: "esbuild, node-sass, sentry-cli, Puppeteer, Playwright, Cypress and Karma: Installation"
	},
	{
		names: "PYTHON* VIRTUAL_ENV IPYTHONDIR JUPYTER_PATH JUPYTER_CONFIG_* JUPYTER_DATA_DIR MPLCONFIGDIR",
		reason: "Python loads code through it",
		source: "python(1), Environment Variables; IPython and Jupyter, Directories"
	},
	{
		names: "PIP_* PIPX_* PIPENV_* UV_* CONDA_* MAMBA_ROOT_PREFIX MAMBA_EXE PYENV_ROOT PYENV_VERSION PDM_CONFIG_FILE PDM_PYPI_URL HATCH_CONFIG HATCH_PYTHON HATCH_INDEX_REPO TOX_* SETUPTOOLS_* DISTUTILS_*",
		reason: "a package tool of Python loads code or changes its index through it",
		source: "pip, pipx, Pipenv, uv, conda, pyenv, PDM, Hatch, tox and setuptools: Environment Variables"
	},
	{
		names: "POETRY_HOME POETRY_CONFIG_DIR POETRY_REPOSITORIES_* TWINE_REPOSITORY TWINE_REPOSITORY_URL TWINE_CERT",
		reason: "a package tool of Python sends packages and credentials elsewhere through it",
		source: "Poetry, Configuration; Twine, Environment Variables"
	},
	{
		names: "PYTEST_ADDOPTS PYTEST_PLUGINS DJANGO_SETTINGS_MODULE FLASK_APP CELERY_CONFIG_MODULE",
		reason: "a program in Python loads the module that it names",
		source: "pytest, Django, Flask and Celery: Configuration"
	},
	{
		names: "PERL5* PERLLIB PERL_* PERLDB_OPTS PERLDOC* HARNESS_* ACKRC ACK_*",
		reason: "Perl loads code through it",
		source: "perlrun(1); perldebug(1); perldoc(1); Test::Harness(3pm); ack(1)"
	},
	{
		names: "RUBYOPT RUBYLIB RUBYPATH RUBYSHELL RUBYGEMS_GEMDEPS BUNDLE_* BUNDLER_EDITOR BUNDLER_VERSION BUNDLER_ORIG_* GEM_* GEMRC RBENV_ROOT RBENV_VERSION RVM_* IRBRC RI_PAGER SPEC_OPTS",
		reason: "Ruby loads code through it",
		source: "ruby(1); bundle-config(1); gem(1); rbenv, RVM, irb(1), ri(1) and RSpec"
	},
	{
		names: "PHPRC PHP_INI_* XDEBUG_CONFIG XDEBUG_MODE XDEBUG_TRIGGER COMPOSER COMPOSER_HOME COMPOSER_BIN_DIR COMPOSER_VENDOR_DIR COMPOSER_MIRROR_PATH_REPOS",
		reason: "PHP loads code through it",
		source: "PHP, The configuration file; Xdebug, Settings; Composer, Environment variables"
	},
	{
		names: "LUA_* LUAROCKS_CONFIG TCLLIBPATH TCL_LIBRARY TK_LIBRARY AWKPATH AWKLIBPATH GUILE_* PLTADDONDIR PLTUSERHOME",
		reason: "an interpreter loads code through it",
		source: "lua(1); LuaRocks, Config file format; tclvars(n); gawk(1); guile(1); Racket, Init Libraries"
	},
	{
		names: "R_PROFILE* R_ENVIRON* R_LIBS* R_HOME JULIA_* ERL_* ERLC_* ELIXIR_ERL_OPTIONS MIX_HOME MIX_ARCHIVES MIX_EXS MIX_PATH MIX_DEPS_PATH MIX_REBAR* HEX_MIRROR* HEX_CDN REBAR_CONFIG REBAR_GLOBAL_CONFIG_DIR",
		reason: "an interpreter loads code through it",
		source: "R, Startup; Julia, Environment Variables; erl(1); mix help; hex, config; Rebar3"
	},
	{
		names: "GHCRTS GHC_PACKAGE_PATH GHC_ENVIRONMENT STACK_ROOT STACK_YAML STACK_CONFIG CABAL_CONFIG CABAL_DIR OCAMLPATH OCAMLRUNPARAM CAML_LD_LIBRARY_PATH OPAMROOT OPAMSWITCH OPAMEDITOR OPAMFETCH OPAMCURL",
		reason: "a functional language loads code or packages through it",
		source: "GHC, Packages; Stack and Cabal, Configuration; ocamlrun(1); opam(1)"
	},
	{
		names: "PUB_CACHE PUB_HOSTED_URL FLUTTER_ROOT FLUTTER_STORAGE_BASE_URL FLUTTER_GIT_URL ZIG_LIB_DIR ZIG_LIBC ZIG_GLOBAL_CACHE_DIR",
		reason: "a package tool loads code or changes its registry through it",
		source: "Dart, Environment variables of pub; Flutter; zig help"
	},
	{
		names: "JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS JAVA_HOME JAVA_OPTS JAVACMD JRE_HOME JDK_HOME CLASSPATH JRUBY_OPTS",
		reason: "a Java program loads code through it",
		source: "java(1); JVM Tool Interface, JAVA_TOOL_OPTIONS; JRuby"
	},
	{
		names: "ANT_* MAVEN_* MVN_* MVNW_* GRADLE_* SBT_OPTS SBT_BOOT_* COURSIER_REPOSITORIES COURSIER_MIRRORS LEIN_HOME LEIN_JAR LEIN_JAVA_CMD LEIN_JVM_OPTS GROOVY_HOME GROOVY_CONF KOTLIN_HOME SCALA_HOME CATALINA_OPTS CATALINA_HOME CATALINA_BASE",
		reason: "a Java program loads code through it",
		source: "Ant, Running; Maven and its wrapper; Gradle, Build Environment; sbt, Coursier, Leiningen, Groovy, Kotlin and Tomcat"
	},
	{
		names: "ANDROID_HOME ANDROID_SDK_ROOT ANDROID_NDK_* ANDROID_USER_HOME ANDROID_AVD_HOME",
		reason: "a build for Android runs the tools that it names",
		source: "Android, Environment variables"
	},
	{
		names: "DOTNET_* COMPLUS_* CORECLR_* COR_* NUGET_* MSBUILD* VSTEST_* ASPNETCORE_HOSTINGSTARTUPASSEMBLIES",
		reason: ".NET loads code through it",
		source: ".NET, environment variables; Profiling, Setting Up; NuGet CLI; MSBuild; ASP.NET Core, hosting startup"
	},
	{
		names: "GOFLAGS GOPROXY GOENV GOROOT GOPATH GOBIN GOCACHE GOMODCACHE GOTMPDIR GOTOOLDIR GOTOOLCHAIN GOWORK GOVCS GONOSUM* GOSUMDB GONOPROXY GOPRIVATE GOINSECURE GODEBUG GOEXPERIMENT GOCOVERDIR GCCGO*",
		reason: "the go command runs programs or trusts downloads through it",
		source: "go help environment"
	},
	{
		names: "GOCACHEPROG GOAUTH GOPACKAGESDRIVER GO_EXTLINK_ENABLED GO_LDSO",
		reason: "the go command runs the program that it names",
		source: "go help environment; go help goauth; golang.org/x/tools, packages"
	},
	{
		names: "CARGO CARGO_* RUSTC* RUSTDOC* RUSTFLAGS RUSTUP_* SCCACHE_CONF SCCACHE_PATH CROSS_CONFIG CROSS_CONTAINER_ENGINE CROSS_CUSTOM_TOOLCHAIN",
		reason: "a build tool of Rust runs programs or trusts downloads through it",
		source: "Cargo, Environment Variables; rustup, Environment variables; sccache; cross"
	}
];
// packages/secrets/src/names/system-names.ts
const SYSTEM_NAMES = [
	{
		names: "PATH PATHEXT COMSPEC SHELL CDPATH EXECIGNORE",
		reason: "it decides which program runs",
		source: "POSIX, Environment Variables; bash(1); Windows, cmd"
	},
	{
		names: "LD_* GLIBC_TUNABLES",
		reason: "the dynamic linker loads code that it names",
		source: "ld.so(8)"
	},
	{
		names: "DYLD_*",
		reason: "the dynamic linker loads code that it names",
		source: "dyld(1)"
	},
	{
		names: "GCONV_PATH LOCPATH MUSL_LOCPATH NLSPATH MALLOC_* GETCONF_DIR",
		reason: "the C library loads code or data that it names",
		source: "iconv(1); locale(7); catopen(3); mallopt(3); glibc, posix/getconf.c; musl, Environment Variables"
	},
	{
		names: "ASAN_OPTIONS LSAN_OPTIONS MSAN_OPTIONS TSAN_OPTIONS UBSAN_OPTIONS ASAN_SYMBOLIZER_PATH",
		reason: "a sanitised program runs a symbolizer or writes files through it",
		source: "LLVM, SanitizerCommonFlags"
	},
	{
		names: "LLVM_PROFILE_FILE GCOV_PREFIX GCOV_PREFIX_STRIP",
		reason: "an instrumented program writes files through it",
		source: "Clang, Source-based Code Coverage; gcc, Cross-profiling"
	},
	{
		names: "DEBUGINFOD_URLS DEBUGINFOD_CACHE_PATH VALGRIND_* GDBHISTFILE",
		reason: "a debugger loads data or writes files through it",
		source: "debuginfod(8); valgrind(1); gdb(1)"
	},
	{
		names: "BASH_* BASHOPTS SHELLOPTS ENV IFS PS0 PS1 PS2 PS4 PROMPT_COMMAND INPUTRC FCEDIT HISTFILE GLOBIGNORE",
		reason: "a shell runs or splits commands through it",
		source: "bash(1), Shell Variables; sh(1p)"
	},
	{
		names: "ZDOTDIR FPATH MODULE_PATH NULLCMD READNULLCMD HISTEDIT",
		reason: "a shell loads functions or runs commands through it",
		source: "zshparam(1); ksh(1)"
	},
	{
		names: "FISH_FUNCTION_PATH FISH_COMPLETE_PATH DIRENV_* STARSHIP_CONFIG",
		reason: "a shell loads functions or configuration through it",
		source: "fish(1), Special variables; direnv(1); Starship, Configuration"
	},
	{
		names: "PSMODULEPATH PSEXECUTIONPOLICYPREFERENCE PSMODULEANALYSISCACHEPATH",
		reason: "PowerShell loads code through it",
		source: "PowerShell, about_Environment_Variables"
	},
	{
		names: "SUDO_* DOAS_* PKEXEC_*",
		reason: "a program that changes the user runs others through it",
		source: "sudo(8); doas(1); pkexec(1)"
	},
	{
		names: "HOME USERPROFILE HOMEDRIVE HOMEPATH APPDATA LOCALAPPDATA XDG_* TMP TEMP TMPDIR PWD OLDPWD SYSTEMROOT SYSTEMDRIVE WINDIR PROGRAMFILES PROGRAMDATA USER LOGNAME",
		reason: "programs find their configuration and files through it",
		source: "POSIX, Environment Variables; XDG Base Directory; Windows, KNOWNFOLDERID"
	},
	{
		names: "TERM TERMINFO TERMINFO_DIRS TERMCAP TERMPATH LANG LANGUAGE LC_* TZ TZDIR",
		reason: "programs find their data and messages through it",
		source: "POSIX, Environment Variables; terminfo(5); tzset(3)"
	},
	{
		names: "HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY FTP_PROXY RSYNC_PROXY GRPC_PROXY NO_GRPC_PROXY GLOBAL_AGENT_*",
		reason: "it diverts network traffic",
		source: "curl(1); rsync(1); gRPC, Environment Variables; npm global-agent"
	},
	{
		names: "SOCKS_SERVER SOCKS_CONF SOCKS5_SERVER PROXYCHAINS_CONF_FILE TSOCKS_CONF_FILE RES_OPTIONS LOCALDOMAIN HOSTALIASES RESOLV_*",
		reason: "it diverts network traffic",
		source: "tsocks(8); proxychains(1); resolver(3); gethostbyname(3); nss_files(5)"
	},
	{
		names: "SSL_CERT_* SSL_DIR SSLKEYLOGFILE OPENSSL_* NSS_*",
		reason: "it changes which servers are trusted, loads code or writes out session keys",
		source: "openssl-env(7); NSS, Environment Variables"
	},
	{
		names: "GNUTLS_* PKCS11_MODULE_PATH P11_KIT_* SOFTHSM2_CONF",
		reason: "a cryptographic library loads code or configuration through it",
		source: "GnuTLS, Debugging and auditing; p11-kit(8); softhsm2.conf(5); libp11"
	},
	{
		names: "CURL_CA_BUNDLE CURL_HOME CURL_SSL_BACKEND WGETRC SYSTEM_WGETRC HTTPLIB2_CA_CERTS REQUESTS_CA_BUNDLE NIX_*",
		reason: "it changes which servers are trusted or which configuration is read",
		source: "curl(1); wget(1); requests, Advanced Usage; Nix, Common Environment Variables"
	},
	{
		names: "GRPC_*",
		reason: "it changes which servers are trusted",
		source: "gRPC, Environment Variables"
	},
	{
		names: "SIGSTORE_ROOT_* SIGSTORE_CT_LOG_* SIGSTORE_REKOR_* SIGSTORE_TSA_* TUF_ROOT TUF_MIRROR TUF_ROOT_JSON",
		reason: "it changes what a verifier trusts",
		source: "cosign env"
	},
	{
		names: "COSIGN_PKCS11_MODULE_PATH COSIGN_PKCS11_IGNORE_CERTIFICATE COSIGN_REPOSITORY",
		reason: "cosign loads code or looks for signatures elsewhere through it",
		source: "cosign env"
	},
	{
		names: "KRB5_CONFIG KRB5_KTNAME KRB5_TRACE KRB5CCNAME SASL_PATH SASL_CONF_PATH LDAPCONF LDAPRC LDAPTLS_*",
		reason: "a client loads modules or trusts servers through it",
		source: "kerberos(7); Cyrus SASL, Environment Variables; ldap.conf(5)"
	},
	{
		names: "GTK_MODULES GTK_PATH GIO_* GDK_PIXBUF_MODULE_FILE GST_PLUGIN_* QT_PLUGIN_PATH QT_QPA_* QML2_IMPORT_PATH MAGICK_* GDAL_DRIVER_PATH",
		reason: "a library loads modules through it",
		source: "GTK and GIO, Running Applications; GStreamer; Qt, Deploying Plugins; ImageMagick, Resources; GDAL, Configuration"
	}
];
// packages/secrets/src/names/tool-names.ts
const TOOL_NAMES = [
	{
		names: "CC CXX CPP LD AS AR NM RANLIB STRIP OBJCOPY OBJC FC F77 CFLAGS CXXFLAGS CPPFLAGS FFLAGS FCFLAGS LDFLAGS LDLIBS ARFLAGS CGO_* CL _CL_ LINK _LINK_ INCLUDE LIB LIBPATH",
		reason: "a build runs the compiler or takes the options that it names",
		source: "GNU make, Implicit Variables; cmd/cgo; MSVC, CL and LINK environment variables"
	},
	{
		names: "COMPILER_PATH LIBRARY_PATH CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH OBJC_INCLUDE_PATH GCC_EXEC_PREFIX CCACHE_* DISTCC_* ICECC_*",
		reason: "a compiler runs programs or reads sources through it",
		source: "gcc(1), Environment; ccache(1); distcc(1); Icecream"
	},
	{
		names: "MAKE MAKEFLAGS MFLAGS GNUMAKEFLAGS MAKEFILES MAKESHELL NMAKE* MAKEINFO",
		reason: "make runs programs through it",
		source: "GNU make, Variables Used by make; NMAKE"
	},
	{
		names: "CMAKE_* CTEST_* NINJA_* MESON_* PKG_CONFIG* CONFIG_SITE CONFIG_SHELL ACLOCAL_PATH AUTOCONF AUTOMAKE AUTOM4TE M4 M4PATH LIBTOOL* SCONSFLAGS QMAKESPEC",
		reason: "a build tool runs programs through it",
		source: "cmake-env-variables(7); ninja; Meson; pkg-config(1); Autoconf; aclocal(1); m4(1); scons(1); qmake"
	},
	{
		names: "BAZEL_SH BAZEL_VC BAZELISK_BASE_URL BAZELISK_FORMAT_URL BAZELISK_HOME USE_BAZEL_VERSION GUIX_PACKAGE_PATH GUIX_BUILD_OPTIONS GUIX_DAEMON_SOCKET HOMEBREW_*_DOMAIN HOMEBREW_*_GIT_REMOTE HOMEBREW_CURL_PATH HOMEBREW_CURLRC HOMEBREW_GIT_PATH HOMEBREW_EDITOR HOMEBREW_BROWSER HOMEBREW_SSH_CONFIG_PATH SDKROOT DEVELOPER_DIR TOOLCHAINS XCODE_XCCONFIG_FILE",
		reason: "a build tool runs or downloads programs through it",
		source: "Bazel and Bazelisk; Guix; brew(1), Environment; xcrun(1); xcode-select(1)"
	},
	{
		names: "APT_CONFIG DPKG_* RPM_CONFIGDIR DEBCONF_*",
		reason: "a package manager reads its configuration, which runs programs, through it",
		source: "apt.conf(5); dpkg(1); rpm(8); debconf(7)"
	},
	{
		names: "GIT_* GCM_* HGRCPATH HGEDITOR HGMERGE HG SVN_EDITOR SVN_SSH CVS_RSH CVSEDITOR BZR_* JJ_CONFIG JJ_EDITOR P4EDITOR P4PAGER P4DIFF P4MERGE P4CONFIG",
		reason: "version control runs programs through it",
		source: "git(1), Environment Variables; hg, environment; svn; cvs(1); bzr; Jujutsu, Config; p4, environment"
	},
	{
		names: "GH_HOST GH_REPO GH_CONFIG_DIR GH_PAGER GH_EDITOR GH_BROWSER GH_PATH GLAMOUR_STYLE",
		reason: "gh runs programs or talks to another server through it",
		source: "gh help environment"
	},
	{
		names: "GITLAB_HOST GITLAB_URI GL_HOST GLAB_CONFIG_DIR HUB_CONFIG HUB_PROTOCOL",
		reason: "a client of a forge runs programs or talks to another server through it",
		source: "glab, Environment variables; hub(1)"
	},
	{
		names: "SSH_ASKPASS SSH_ASKPASS_REQUIRE SSH_AUTH_SOCK SSH_SK_PROVIDER SSH_SK_HELPER SSH_PKCS11_HELPER",
		reason: "ssh runs programs or asks another agent through it",
		source: "ssh(1); ssh-agent(1); ssh-add(1)"
	},
	{
		names: "GNUPGHOME GPG_AGENT_INFO PINENTRY_USER_DATA PASSWORD_STORE_*",
		reason: "a key manager reads its configuration, which runs programs, through it",
		source: "gpg(1); gpg-agent(1); pass(1)"
	},
	{
		names: "SOPS_AGE_KEY_CMD SOPS_AGE_KEY_FILE SOPS_AGE_SSH_PRIVATE_KEY_CMD SOPS_AGE_SSH_PRIVATE_KEY_FILE SOPS_GPG_EXEC SOPS_EDITOR SOPS_CONFIG",
		reason: "sops runs the command that it names",
		source: "SOPS, Usage"
	},
	{
		names: "RESTIC_PASSWORD_COMMAND RESTIC_PASSWORD_FILE RESTIC_REPOSITORY_FILE BORG_PASSCOMMAND BORG_RSH BORG_REMOTE_PATH BORG_BASE_DIR RCLONE_CONFIG RCLONE_PASSWORD_COMMAND RCLONE_SFTP_SSH",
		reason: "a backup runs the command or reads the file that it names",
		source: "restic, Environment Variables; borg(1), Environment Variables; rclone, Environment Variables"
	},
	{
		names: "RSYNC_RSH RSYNC_CONNECT_PROG RSYNC_CHECKSUM_LIST TAR_OPTIONS TAPE GZIP BZIP2 XZ_OPT XZ_DEFAULTS ZIPOPT UNZIP",
		reason: "an archiver runs programs through it or takes the options that it names",
		source: "rsync(1); tar(1); gzip(1); bzip2(1); xz(1); zip(1); unzip(1)"
	},
	{
		names: "EDITOR VISUAL SUDO_EDITOR ALTERNATE_EDITOR SYSTEMD_EDITOR KUBE_EDITOR BROWSER",
		reason: "programs start the editor or the browser that it names",
		source: "environ(7); emacsclient(1); systemctl(1); kubectl edit; xdg-open(1)"
	},
	{
		names: "VIM VIMRUNTIME VIMINIT GVIMINIT EXINIT MYVIMRC NVIM_* EMACSLOADPATH EMACSDATA EMACSPATH",
		reason: "an editor loads code through it",
		source: "vim, starting; nvim(1); ex(1p); Emacs, General Variables"
	},
	{
		names: "PAGER MANPAGER SYSTEMD_PAGER SYSTEMD_LESS BAT_PAGER BAT_CONFIG_* BAT_OPTS DELTA_PAGER DELTA_FEATURES MOST_* MORE",
		reason: "programs start the pager that it names",
		source: "environ(7); man(1); systemd(1); bat(1); delta, Environment; most(1); more(1)"
	},
	{
		names: "LESS LESSOPEN LESSCLOSE LESSEDIT LESSECHO LESSKEY* LESSGLOBALTAGS LESSMETA* LESSHISTFILE",
		reason: "less runs commands through it",
		source: "less(1), Environment Variables"
	},
	{
		names: "MANPATH MANOPT MANROFFOPT MANROFFSEQ GROFF_* TEXINPUTS TEXMF* FONTCONFIG_*",
		reason: "a formatter runs programs or reads files through it",
		source: "man(1); groff(1); kpathsea; fontconfig"
	},
	{
		names: "FZF_* RIPGREP_CONFIG_PATH PARALLEL PARALLEL_HOME PARALLEL_SHELL SCREENRC TMUX_TMPDIR",
		reason: "a tool runs commands through it or takes the options that it names",
		source: "fzf(1); rg(1); parallel(1); screen(1); tmux(1)"
	},
	{
		names: "PSQLRC PSQL_EDITOR* PSQL_PAGER PSQL_HISTORY PGSERVICE PGSERVICEFILE PGSYSCONFDIR PGPASSFILE PGSSL* PGGSSLIB PGOPTIONS PGLOCALEDIR",
		reason: "a client of PostgreSQL runs commands, reads files or changes whom it trusts through it",
		source: "psql(1); libpq, Environment Variables"
	},
	{
		names: "MYSQL_HOME MYSQL_TEST_LOGIN_FILE MYSQL_GROUP_SUFFIX LIBMYSQL_* MARIADB_PLUGIN_DIR",
		reason: "a client of MySQL loads code or reads options through it",
		source: "MySQL, Environment Variables; C API, Client Plugins"
	},
	{
		names: "ORACLE_HOME TNS_ADMIN SQLPATH ORACLE_PATH ODBCINI ODBCSYSINI ODBCINSTINI FREETDS FREETDSCONF SNOWFLAKE_HOME REDISCLI_RCFILE SQLITE_HISTORY",
		reason: "a client of a database loads drivers or runs statements through it",
		source: "SQL*Plus; unixODBC; FreeTDS; Snowflake CLI; redis-cli; sqlite3(1)"
	}
];
// packages/secrets/src/names/names.ts
/** Lists refused names by tool, with the documentation of each. */
const REFUSED_NAMES = [
	...SYSTEM_NAMES,
	...LANGUAGE_NAMES,
	...TOOL_NAMES,
	...DEPLOYMENT_NAMES
];
const namePatterns = ({ names }) => names.split(" ");
/** Matches a pattern. One `*` stands for any characters at the end, and for at least one character inside. */
function matches(name, pattern) {
	const [before = "", after] = pattern.split("*");
	if (after === void 0) return name === pattern;
	const inside = after === "" ? 0 : 1;
	return name.startsWith(before) && name.endsWith(after) && name.length >= before.length + inside + after.length;
}
const isIn = (facts, name) => namePatterns(facts).some((pattern) => matches(name, pattern));
/** Says why `name` is refused for `delivery`; undefined if it is allowed. Case is ignored. */
function refusalReason(name, delivery) {
	const folded = name.toUpperCase();
	if (delivery === "exec" && CREDENTIAL_NAMES.some((facts) => isIn(facts, folded))) return void 0;
	return REFUSED_NAMES.find((facts) => isIn(facts, folded))?.reason;
}
/** Checks a name. Throws SECRET_NAME_REFUSED if it could change how programs run, or belongs to the runner. */
function checkName(name, delivery) {
	const reason = refusalReason(name, delivery);
	if (reason === void 0) return;
	const isForExec = delivery !== "exec" && refusalReason(name, "exec") === void 0;
	throw new ClawError("SECRET_NAME_REFUSED", `The name ${name} is refused for delivery ${delivery}: ${reason}.`, { remedy: isForExec ? "Use delivery: exec, or choose another name." : void 0 });
}
// packages/secrets/src/pointer.ts
const MAX_DEPTH = 64;
/** A JSON string, or the space between strings, which may be dropped. */
const STRING_OR_SPACE = /("(?:[^"\\]|\\.)*")|[ \t\r\n]+/g;
const STRING_OR_BRACKET = /"(?:[^"\\]|\\.)*"|([[{])|([\]}])/g;
const unusable = (place, problem) => new ClawError("SECRET_UNUSABLE", `${place}: ${problem}`);
const invalid$1 = /* @__PURE__ */ __name((place, problem, remedy) => new ClawError("SECRET_REFERENCE_INVALID", `${place}: ${problem}`, { remedy }), "invalid");
/**
* Reads the tokens of a JSON pointer in a URI fragment (RFC 6901 §6: percent-encoded, `~0` is `~`, `~1` is `/`).
* Throws SECRET_REFERENCE_INVALID.
*/
function parsePointer(fragment, place) {
	if (!fragment.startsWith("/")) throw invalid$1(place, "a JSON pointer starts with \"/\".", "Write \"/\" after \"#\", or leave out \"#\" to take the whole secret.");
	if (/~(?![01])/.test(fragment)) throw invalid$1(place, "the JSON pointer holds a \"~\" by itself.", "Write \"~\" as \"~0\" and \"/\" as \"~1\".");
	if (!/^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*$/.test(fragment)) throw invalid$1(place, "the JSON pointer holds a character that must be percent-encoded.");
	try {
		return decodeURIComponent(fragment).slice(1).split("/").map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
	} catch {
		throw invalid$1(place, "the JSON pointer is not percent-encoded UTF-8.");
	}
}
/** Measures the nesting depth of valid JSON, without recursion: a deep document must not exhaust the stack. */
function nestingDepth(text) {
	let depth = 0;
	let deepest = 0;
	for (const [, opening, closing] of text.matchAll(STRING_OR_BRACKET)) {
		if (opening !== void 0) depth += 1;
		if (closing !== void 0) depth -= 1;
		deepest = Math.max(deepest, depth);
	}
	return deepest;
}
/** Returns the name and the value node of each member; none if the node is not an object. */
const objectMembers = (node) => node.type !== "object" ? [] : (node.children ?? []).flatMap(({ children: [key, value] = [] }) => key === void 0 || value === void 0 ? [] : [{
	name: String(key.value),
	value
}]);
function checkMembers(node, place) {
	const seen = /* @__PURE__ */ new Set();
	for (const { name } of objectMembers(node)) {
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
	if (nestingDepth(text) > MAX_DEPTH) throw unusable(place, `the JSON is nested over ${MAX_DEPTH} levels.`);
	const tree = parseTree(text);
	if (tree === void 0) throw unusable(place, "the secret is not JSON.");
	checkMembers(tree, place);
	return tree;
}
/** RFC 6901 §4: an array index has no leading zero; `-` names the element after the last, which never exists. */
function findMember(node, token) {
	if (node.type === "array") return /^(?:0|[1-9][0-9]{0,8})$/.test(token) ? node.children?.[Number(token)] : void 0;
	return objectMembers(node).find(({ name }) => name === token)?.value;
}
/**
* Returns the value in the JSON document `text` that `pointer` names: a string as it is; a number or a boolean as
* it is written, so that no digit is rounded away; an object or an array as compact JSON. Throws SECRET_NOT_FOUND
* if there is none, and SECRET_UNUSABLE for null and for anything but strict JSON.
*/
function pointInto(text, pointer, place) {
	if (pointer.length === 0) return text;
	const json = text.replace(/^\ufeff/, "");
	let node = parseStrict(json, place);
	for (const token of pointer) {
		node = findMember(node, token);
		if (node === void 0) throw new ClawError("SECRET_NOT_FOUND", `${place}: the secret has no member "${printable(token)}" there.`);
	}
	if (node.type === "null") throw unusable(place, "the member is null.");
	if (node.type === "string") return String(node.value);
	return json.slice(node.offset, node.offset + node.length).replace(STRING_OR_SPACE, (_, string) => string ?? "");
}
// packages/secrets/src/injection.ts
function decodeText(bytes, place) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		throw new ClawError("SECRET_UNUSABLE", `${place}: the secret is not UTF-8 text.`, { remedy: "Store it as base64." });
	}
}
/** Returns the value that a request asks for. Throws SECRET_UNUSABLE or SECRET_NOT_FOUND. */
function requestedValue({ name, reference }, { bytes }) {
	const place = `Secret ${name}`;
	const value = pointInto(decodeText(bytes, place), reference.pointer, place);
	if (value.trim() === "") throw new ClawError("SECRET_UNUSABLE", `${place}: the value is empty.`);
	if (value.includes("\0")) throw new ClawError("SECRET_UNUSABLE", `${place}: the value holds a NUL character.`);
	return value;
}
/** Checks names before anything is fetched, since refusing one needs no secret. Throws SECRET_NAME_REFUSED. */
function checkNames(requests, delivery) {
	for (const { name } of requests) checkName(name, delivery);
}
/** Checks that the log can hide each secret that `delivery` exposes to it. Throws SECRET_UNMASKABLE. */
function checkMaskable(secrets, delivery) {
	if (delivery === "exec") return;
	for (const { request, unmaskable } of secrets) {
		if (unmaskable === void 0) continue;
		throw new ClawError("SECRET_UNMASKABLE", `Secret ${request.name} cannot be hidden in the log: ${unmaskable}.`, { remedy: "Use delivery: exec, or store another value." });
	}
}
/**
* Fetches all secrets at once, and registers the masks of each as soon as it arrives, even if others fail.
* Throws the error of the first request that failed, in the order of the requests.
*/
async function fetchMasked(requests, { store, mask }) {
	return (await Promise.allSettled(requests.map(async (request) => {
		const revealed = await store.reveal(request.reference);
		const value = requestedValue(request, revealed);
		const masks = masksFor(value);
		for (const one of masks.masks.slice(0, 300)) mask(one);
		return {
			request,
			version: revealed.version,
			value,
			...masks
		};
	}))).map((result) => {
		if (result.status === "rejected") throw result.reason;
		return result.value;
	});
}
// packages/secrets/src/command-guard.ts
/** White space, controls and format characters (BOM, bidi, zero width), which a reader does not see. */
const INVISIBLE = /^[\s\p{Cc}\p{Cf}\p{Zs}]$/u;
/**
* Moves past one character. The runner looks for `::` at the start of a line after .NET's TrimStart. Byte order
* marks and ANSI sequences before it are skipped as well: whether the runner strips them first depends on its
* version.
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
	/** The last two characters that passed: `##[` may arrive in pieces. */
	#tail = "";
	/** Starts a new line. A lone carriage return ends a line too, as in .NET's ReadLine, which the runner uses. */
	newLine() {
		this.#place = "start";
		this.#tail = "";
	}
	/** Returns `text`, of one line or a part of it, with a space inside a `::` at the start and each `##[` anywhere. */
	pass(text) {
		const guarded = this.#passOld(this.#passStart(text));
		this.#tail = guarded.length < 2 ? (this.#tail + guarded).slice(-2) : guarded.slice(-2);
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
	/** Breaks `##[name]`, the first version of the commands, which the runner still finds anywhere in a line. */
	#passOld(text) {
		if (!this.#tail.endsWith("#") && !text.includes("##[")) return text;
		return (this.#tail + text).replaceAll("##[", "## [").slice(this.#tail.length);
	}
};
// packages/secrets/src/mask-index.ts
/** The lower case of sigma depends on what follows it, which differs between a mask and a longer text. */
const withoutFinalSigma = (lower) => lower.includes("ς") ? lower.replaceAll("ς", "σ") : lower;
/** Converts to lower case without changing the length: positions in the folded text must fit the original. */
function foldCase(text) {
	const lower = text.toLowerCase();
	if (lower.length === text.length) return withoutFinalSigma(lower);
	const folded = Array.from(text, (character) => {
		const one = character.toLowerCase();
		return one.length === character.length ? one : character;
	});
	return withoutFinalSigma(folded.join(""));
}
/** Returns a 16-bit hash of the first and the last of the six characters at `at`. */
const hashAt = (folded, at) => (folded.charCodeAt(at) * 251 ^ folded.charCodeAt(at + 6 - 1)) & 65535;
/** Sorts spans and joins those that overlap or touch. */
function merged(spans) {
	const joined = [];
	for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
		const last = joined.at(-1);
		if (last !== void 0 && start <= last.end) last.end = Math.max(last.end, end);
		else joined.push({
			start,
			end
		});
	}
	return joined;
}
/** An index over masks of at least MIN_MASK characters; shorter ones are ignored. */
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
	/**
	* Returns the spans of masks in `text`, even with control sequences between their characters. Overlapping and
	* touching masks are one span, as with the runner.
	*/
	spans(text) {
		const found = allProjections(text).map((one) => this.#spansIn(one)).filter((spans) => spans.length > 0);
		return found.length > 1 ? merged(found.flat()) : found[0] ?? [];
	}
	#spansIn(projection) {
		const folded = foldCase(projection.text);
		const found = [];
		for (let at = 0; at + 6 <= folded.length; at += 1) {
			if (this.#filter[hashAt(folded, at)] === 0) continue;
			const last = found.at(-1);
			const mask = this.#maskAt(folded, at, last === void 0 ? 0 : last.end - at);
			if (mask === void 0) continue;
			if (last !== void 0 && at <= last.end) last.end = at + mask.length;
			else found.push({
				start: at,
				end: at + mask.length
			});
		}
		if (found.length === 0) return found;
		return found.map(({ start, end }) => ({
			start: projection.placeInWhole(start),
			end: projection.placeInWhole(end - 1) + 1
		}));
	}
	/** Returns the longest mask at `at` that is longer than `covered`, the number of characters hidden already. */
	#maskAt(folded, at, covered) {
		return this.#byStart.get(folded.slice(at, at + 6))?.find((one) => one.length > covered && folded.startsWith(one, at));
	}
};
// packages/secrets/src/redactor.ts
const STARS = "***";
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** A longer line is passed on in parts: the child must not be able to fill our memory. */
const MAX_HELD = 65536;
/** More is held if control sequences leave too little visible text. */
const MAX_INVISIBLE = 8 * MAX_HELD;
/** Returns the visible part of a line. */
const visiblePart = (line) => allProjections(line).at(-1) ?? new Projection(line);
var StreamRedactor = class {
	#decoder = new TextDecoder("utf-8", { ignoreBOM: true });
	#guard = new CommandGuard();
	#index;
	/** The undecided part of the unfinished line; `#covered` counts its first characters that are masked already. */
	#held = "";
	#covered = 0;
	/** Whether stars were printed last: a span that touches the one before shares its stars. */
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
	/** Takes in text. No mask holds a line break, so a complete line can be decided. */
	#take(text) {
		let taken = "";
		let from = 0;
		for (let at = 0; at < text.length; at += 1) {
			const unit = text.charCodeAt(at);
			if (unit !== LINE_FEED && unit !== CARRIAGE_RETURN) continue;
			taken += this.#hold(text.slice(from, at)) + this.#endLine() + text.charAt(at);
			from = at + 1;
		}
		return taken + this.#hold(text.slice(from));
	}
	#hold(part) {
		if (part !== "") this.#lineOpen = true;
		this.#held += part;
		if (this.#held.length <= MAX_HELD + this.#index.longest) return "";
		const shown = visiblePart(this.#held);
		const undecided = shown.text.length - this.#index.longest;
		if (undecided > 0) return this.#decide(shown.placeInWhole(undecided));
		if (this.#held.length <= MAX_INVISIBLE + this.#index.longest) return "";
		this.#covered = shown.text.length === 0 ? 0 : visiblePart(this.#held.slice(0, this.#covered)).text.length;
		this.#held = shown.text;
		return "";
	}
	#endLine() {
		const line = this.#decide(this.#held.length);
		this.#guard.newLine();
		this.#starred = false;
		this.#lineOpen = false;
		return line;
	}
	/** Returns the first `count` characters of the held text, with stars for the masked ones. */
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
* Returns a function that makes a redactor for one output stream. Every mask is replaced by `***` whatever its
* case; the index over `masks` is built once.
*/
function redactorsFor(masks) {
	const index = new MaskIndex(masks);
	return () => new StreamRedactor(index);
}
// packages/secrets/src/reference.ts
const MAX_SECRETS = 64;
const MAX_LINE = 2048;
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/;
const invalid = (place, problem, remedy) => new ClawError("SECRET_REFERENCE_INVALID", `${place}: ${problem}`, { remedy });
function schemeMissing(uri, place, grammars) {
	const meant = grammars.find(({ withoutScheme: start }) => start !== void 0 && uri.startsWith(start));
	const remedy = meant === void 0 ? void 0 : `Write ${meant.scheme}://${printable(uri)}.`;
	return invalid(place, `"${printable(uri)}" is not a reference.`, remedy);
}
function parseReference(uri, place, grammars) {
	const [, scheme, path, fragment] = /^([a-z][a-z0-9+.-]*):\/\/([^#]*)(?:#(.*))?$/.exec(uri) ?? [];
	if (scheme === void 0 || path === void 0) throw schemeMissing(uri, place, grammars);
	const grammar = grammars.find((candidate) => candidate.scheme === scheme);
	if (grammar === void 0) {
		const known = grammars.map((candidate) => candidate.scheme).join(", ");
		throw invalid(place, `the scheme "${printable(scheme)}" is not known; there is ${known}.`);
	}
	const pointer = fragment === void 0 ? [] : parsePointer(fragment, place);
	const version = grammar.parsePath(path);
	if (version === void 0) throw invalid(place, `"${printable(path)}" is not ${grammar.form}.`);
	return {
		...version,
		pointer
	};
}
function parseLine(line, place, grammars) {
	if (line.length > MAX_LINE) throw invalid(place, `the line is over ${MAX_LINE} characters.`);
	const [, name, uri] = /^([^=\s]+)\s*=\s*(\S.*)$/u.exec(line.trim()) ?? [];
	if (name === void 0 || uri === void 0) throw invalid(place, "it is not a name and a reference with \"=\" between them.");
	if (!NAME.test(name)) throw invalid(place, `"${printable(name)}" is not a name of letters, digits and underscores.`);
	return {
		name,
		uri,
		reference: parseReference(uri, `${place} (${name})`, grammars)
	};
}
/**
* Makes the parser of requests to stores with these grammars. Names must differ even if case is ignored, as it is
* on Windows and in output names.
*/
function secretRequestParser(grammars) {
	return (lines, input) => {
		if (lines.length === 0) throw invalid(`Input ${input}`, "it names no secret.");
		if (lines.length > MAX_SECRETS) throw invalid(`Input ${input}`, `it names over ${MAX_SECRETS} secrets.`);
		const requests = lines.map((line, index) => parseLine(line, `Input ${input}, line ${index + 1}`, grammars));
		const seen = /* @__PURE__ */ new Set();
		for (const { name } of requests) {
			const folded = name.toUpperCase();
			if (seen.has(folded)) throw invalid(`Input ${input}`, `the name ${name} is given twice.`);
			seen.add(folded);
		}
		return requests;
	};
}
// packages/secrets/src/store.ts
/** Uses the store of each version's scheme, and opens it for the first of its secrets. */
function storeByScheme(rows, access) {
	const opened = {};
	return { reveal: (version) => {
		return (opened[version.scheme] ??= rows[version.scheme].open(access)).reveal(version);
	} };
}
export { checkMaskable, checkNames, fetchMasked, redactorsFor, secretRequestParser, storeByScheme };
