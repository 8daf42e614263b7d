import { __name } from "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, ERRORS, digestsOf, errorAddress, errorLine, isPrintable, keyIdOf, printable, printableText, toldError } from "./core.mjs";
import { commandFile, setOutputs } from "./ci.mjs";
import { eventNote } from "./github.mjs";
import { readSigner } from "./sigstore.mjs";
import { X509Certificate, createPublicKey } from "node:crypto";
import { appendFileSync } from "node:fs";
// packages/reports/src/markdown.ts
/** The runner refuses a summary of a step over 1 MiB. */
const MAX_SUMMARY_BYTES = 1048512;
const CUT = "\n\n… cut at the limit of a summary.\n";
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"|": "&#124;",
	"`": "&#96;",
	"@": "&#64;",
	"*": "&#42;",
	_: "&#95;",
	"[": "&#91;",
	"]": "&#93;",
	"!": "&#33;",
	"~": "&#126;",
	"#": "&#35;",
	"\\": "&#92;",
	":": "&#58;",
	".": "&#46;",
	"\"": "&quot;",
	"'": "&#39;"
};
const asCode = (shown) => `<code>${shown.replaceAll(/[&<>|`@*_[\]!~#\\:."']/g, (letter) => ENTITIES[letter] ?? "")}</code>`;
/** A name of any origin as code: no markup, link, mention or table cell can begin in it. Cut where no name is longer. */
const codeSpan = (text) => asCode(printable(text));
/** The same for sentences, uncut: what counts in a message may come last. */
const codeText = (text) => asCode(printableText(text));
/** A Markdown table; cells are taken as they are, so pass them through `codeSpan`. */
function markdownTable(headers, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return [
		line(headers),
		line(headers.map(() => "---")),
		...rows.map(line)
	].join("\n");
}
/** `1 artifact`, `2 artifacts` */
const plural = (count, what) => `${count} ${what}${count === 1 ? "" : "s"}`;
/** Digits of a digest that are shown where the whole one would push a column out of sight. */
const SHOWN_DIGITS = 12;
/** A name in a column; wider ones lose their middle, since both ends tell names apart. */
const MAX_COLUMN = 44;
/** The first digits of a digest; the whole one belongs into a folded part. */
const shortDigest = (digest) => codeSpan(digest.slice(0, SHOWN_DIGITS));
/** A name that fits a column. */
function shortName(name, width = MAX_COLUMN) {
	const letters = Array.from(name);
	const head = Math.floor((width - 1) / 3);
	return codeSpan(letters.length <= width ? name : `${letters.slice(0, head).join("")}…${letters.slice(head + 1 - width).join("")}`);
}
/** A code that links to what the documentation says of it. */
const codeLink = (code) => `[${code}](${errorAddress(code)})`;
/** What is there for those who look for it. `title` is Markdown of ours. */
const folded = (title, body) => `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
const escapeUnits = (letter) => letter.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
/**
* Names and whole digests in a block of code, one value a line, since such a block does not wrap. None of
* its lines can end it. What JSON would leave invisible is escaped, and what could be markup, were the block
* ever shown as something else.
*/
function jsonBlock(values) {
	return `\`\`\`json\n${JSON.stringify(values, null, 1).replaceAll(/[^\n\x20-\x7e]|[<>`]/gu, (letter) => isPrintable(letter) && !"<>`".includes(letter) ? letter : escapeUnits(letter))}\n\`\`\``;
}
/** Appends to the summary of the step; what is over the limit is cut at the end of a line. */
function appendSummary(markdown) {
	const bytes = Buffer.from(markdown);
	const text = bytes.length <= MAX_SUMMARY_BYTES ? markdown : bytes.subarray(0, bytes.lastIndexOf("\n", 1048477)).toString("utf8") + CUT;
	appendFileSync(commandFile("GITHUB_STEP_SUMMARY"), `${text}\n`);
}
/** The same, for ports. */
const writeSummary = async (markdown) => appendSummary(markdown);
// packages/reports/src/error.ts
/** The section of an error: what failed, what to do, where to read more. */
function errorSummary(error) {
	const { code, message, remedy, address } = toldError(error);
	return [
		`## ❌ Open Claw: [${code}](${address})`,
		codeText(message),
		`**What to do:** ${remedy === ERRORS[code].remedy ? remedy : codeText(remedy)}`
	].join("\n\n");
}
/** Writes it. A denial has its own summary, which lists the reasons; no failure to write may hide the error itself. */
function writeErrorSummary(error) {
	if (error.code === "DENIED") return;
	try {
		appendSummary(errorSummary(error));
	} catch {}
}
// packages/reports/src/findings.ts
const MARKS = {
	ok: {
		mark: "ok     ",
		style: "green"
	},
	failed: {
		mark: "FAILED ",
		style: "red"
	},
	skipped: {
		mark: "skipped",
		style: "dim"
	}
};
/** One line for each finding, and under a failure what to do. */
function textOf(findings, paint) {
	return `${findings.flatMap(({ check, status, detail, code, remedy, address }) => [`${paint(MARKS[status].style, MARKS[status].mark)}  ${check}: ${printableText(detail)}`, ...code === void 0 ? [] : [`           ${code}: ${remedy ?? ""} ${address ?? ""}`]]).join("\n")}\n`;
}
/** `{"ok":…,"findings":[…]}` and a line break. */
function jsonOf(findings) {
	return `${JSON.stringify({
		ok: exitOf(findings) === 0,
		findings
	})}\n`;
}
/** 0, or the gravest of the failures: wrong configuration (2) before what may pass (3). */
function exitOf(findings) {
	const exits = findings.flatMap(({ code }) => code === void 0 ? [] : [ERRORS[code].exit]);
	return exits.length === 0 ? 0 : Math.min(...exits);
}
/** Tells of an error that ends the command: one line, or one JSON document. The result is the exit code. */
function reportError(error, json, { out, err }) {
	const known = error instanceof ClawError ? error : new ClawError("INTERNAL", "Something unexpected failed.");
	if (json) out(`${JSON.stringify({
		ok: false,
		error: toldError(known)
	})}\n`);
	else err(`${errorLine(known)}\n`);
	return known.exit;
}
// packages/reports/src/secrets.ts
/** From this many on, the list is folded. */
const FOLDED_FROM = 11;
/** References that fit beside a name and a version. */
const REFERENCE_COLUMN = 52;
const NAME_COLUMN$1 = 26;
const TO = {
	exec: "for one script",
	output: "as outputs of this step",
	env: "as variables of every later step"
};
function headline$1(count, delivery, exitCode) {
	const what = `${plural(count, "secret")} ${TO[delivery]}`;
	return exitCode === 0 ? `## ✅ ${what}` : `## ❌ The script ended with exit code ${exitCode}; it had ${what}`;
}
__name(headline$1, "headline");
function lines(secrets) {
	const [only, ...others] = secrets;
	if (only !== void 0 && others.length === 0) return [
		`- **Name** ${codeText(only.request.name)}`,
		`- **Reference** ${codeText(only.request.uri)}`,
		`- **Version read** ${codeText(only.version)}`,
		`- **Masks** ${only.masks.length}`
	].join("\n");
	const table = markdownTable([
		"Name",
		"Reference",
		"Version read",
		"Masks"
	], secrets.map(({ request, version, masks }) => [
		shortName(request.name, NAME_COLUMN$1),
		shortName(request.uri, REFERENCE_COLUMN),
		shortName(version, NAME_COLUMN$1),
		String(masks.length)
	]));
	const whole = jsonBlock(secrets.map(({ request, version }) => ({
		name: request.name,
		reference: request.uri,
		version
	})));
	const list = `${table}\n\n${folded("Whole names and references", whole)}`;
	return secrets.length < FOLDED_FROM ? list : folded(`${secrets.length} secrets`, list);
}
/** The section of the job summary. */
function secretsSummary(secrets, { delivery, exitCode, note }) {
	return `${[
		headline$1(secrets.length, delivery, exitCode),
		note,
		lines(secrets)
	].filter((part) => part !== "").join("\n\n")}\n`;
}
// packages/reports/src/cosign-command.ts
/** What a log of certificates leaves in them (RFC 6962 §3.3). */
const SCT_LIST = "1.3.6.1.4.1.11129.2.4.2";
/** A name that a shell takes literally without quotes. */
const isShellPlain = (text) => /^[A-Za-z0-9_./][A-Za-z0-9_./+@:-]*$/.test(text);
/** Whether a service is asked that cosign does not trust by itself. */
function hasOwnServices({ certificateAuthority, timestampAuthorities, log }) {
	return [
		certificateAuthority,
		...timestampAuthorities,
		log?.url
	].some((url) => url !== void 0 && !url.hostname.endsWith(".sigstore.dev"));
}
/** With a public key, cosign hashes with SHA-256 and takes RSA for PKCS #1 v1.5; Ed25519 it knows for statements. */
function isKnownToCosign({ algorithm }, type) {
	const { hash, padding } = ALGORITHMS[algorithm];
	if (algorithm === "ed25519") return type !== void 0;
	return algorithm === "ecdsa-p256-sha256" || padding === "pkcs1" && hash === "sha256";
}
/** Who signed, in flags of cosign; undefined where a shell would read more into it. */
function signerFlags(signer) {
	if (signer === void 0) return ["--key key.pem"];
	const { identity, certificate } = signer;
	if (![identity.subject, identity.issuer].every(isShellPlain)) return void 0;
	return [`--certificate-identity ${identity.subject} --certificate-oidc-issuer ${identity.issuer}`, ...certificate.extensions.has(SCT_LIST) ? [] : ["--insecure-ignore-sct"]];
}
/** How cosign is told whom to trust, and in words; undefined where it cannot be told. */
function cosignFlags({ services }, signer) {
	const { timestampAuthorities, log } = services;
	const own = hasOwnServices(services);
	const who = signerFlags(signer);
	if (who === void 0) return void 0;
	const flags = [
		...who,
		...own ? ["--trusted-root trusted-root.json"] : [],
		...timestampAuthorities.length > 0 ? ["--use-signed-timestamps"] : [],
		...log === void 0 ? ["--insecure-ignore-tlog"] : []
	];
	const needs = [...signer === void 0 ? ["the public key of this step in `key.pem`"] : [], ...own ? ["the trusted root of these services in `trusted-root.json`"] : []];
	return {
		flags: flags.join(" "),
		what: needs.length === 0 ? "with cosign" : `with ${needs.join(" and ")}`
	};
}
/** No word has a space: a shell takes the lines for one. A block of code that is too wide hides its end. */
const wrapped = (command) => command.replaceAll(" --", " \\\n  --");
/** How anybody checks the first file with cosign, in Markdown; empty where there is none, cosign does not know the algorithm, or a shell would read more into its name. */
function checkCommand(result, signer) {
	const { stored, key } = result;
	const trust = cosignFlags(result, signer);
	const [first] = stored;
	const subject = first?.bundle.subjects.find(({ source }) => source === "file");
	if (first === void 0 || subject === void 0 || trust === void 0) return "";
	const { predicateType } = first.bundle;
	if (!isKnownToCosign(key, predicateType)) return "";
	const type = predicateType === "https://slsa.dev/provenance/v1" ? "slsaprovenance1" : predicateType;
	if (![
		first.path,
		subject.name,
		type ?? "none"
	].every(isShellPlain)) return "";
	const verb = type === void 0 ? "verify-blob" : `verify-blob-attestation --type ${type}`;
	return `\nCheck it anywhere, ${trust.what}:\n\n\`\`\`sh\n${wrapped(`cosign ${verb} ${trust.flags} --bundle ${first.path}`)} \\\n  ${subject.name}\n\`\`\`\n`;
}
// packages/reports/src/signing.ts
/** Rows in a table that is folded; every one is in the bundle. */
const MAX_ROWS = 1e3;
const HOW_HASHED = {
	file: "hashed here",
	checksums: "from the checksums file",
	image: "named by digest",
	announced: "announced by an earlier step"
};
/** As in the documentation of keys: not every key is shown a digest alone. */
const WHAT_CROSSES = {
	digest: "a digest",
	message: "the whole statement",
	mu: "the external mu"
};
const publicKeyPem = ({ key }) => createPublicKey({
	key: Buffer.from(key.publicKey),
	format: "der",
	type: "spki"
}).export({
	type: "spki",
	format: "pem"
}).toString();
const certificatePem = (certificate) => new X509Certificate(certificate).toString().trim();
function rowsOf({ selected, stored }) {
	const bundleOf = new Map(stored.flatMap(({ path, bundle }) => bundle.subjects.map((subject) => [subject, path])));
	return selected.subjects.map((subject) => {
		const [hash = "", digest = ""] = [...digestsOf(subject)][0] ?? [];
		const { name, source } = subject;
		return {
			name,
			source,
			hash,
			digest,
			bundle: bundleOf.get(subject) ?? ""
		};
	});
}
/** What all have in common is said once, above the table. */
function commonLines(rows) {
	const bundles = [...new Set(rows.map(({ bundle }) => bundle))];
	const sources = [...new Set(rows.map(({ source }) => source))];
	const [bundle = ""] = bundles;
	return [`- **${bundles.length === 1 ? "Bundle" : "Bundles"}** ${bundles.length === 1 ? codeText(bundle) : bundles.length}`, `- **${plural(rows.length, "digest")}** ${sources.map((source) => HOW_HASHED[source]).join(", or ")}`];
}
const isSha256 = ({ hash }) => hash === "sha256";
function artifactTable(rows) {
	const several = new Set(rows.map(({ bundle }) => bundle)).size > 1;
	const table = markdownTable([
		"Artifact",
		rows.every(isSha256) ? "SHA-256" : "Digest",
		...several ? ["Bundle"] : []
	], rows.map(({ name, hash, digest, bundle }) => [
		shortName(name),
		isSha256({ hash }) ? shortDigest(digest) : `${hash} ${shortDigest(digest)}`,
		...several ? [shortName(bundle)] : []
	]));
	const json = jsonBlock(rows.map(({ name, hash, digest, source, bundle }) => ({
		name,
		digest: `${hash}:${digest}`,
		source,
		...several ? { bundle } : {}
	})));
	return `${table}\n\n${folded("Whole names and digests", json)}`;
}
/** One artifact is told in lines, which no column cuts; of several, what they have in common. */
function artifactLines(rows) {
	const [only, ...others] = rows;
	return only === void 0 || others.length > 0 ? commonLines(rows) : [
		`- **Artifact** ${codeText(only.name)}`,
		`- **${isSha256(only) ? "SHA-256" : `Digest (${only.hash})`}** ${codeSpan(only.digest)}, ${HOW_HASHED[only.source]}`,
		`- **Bundle** ${codeText(only.bundle)}`
	];
}
function artifactList(all) {
	if (all.length === 1) return "";
	const rows = all.slice(0, MAX_ROWS);
	const more = all.length > rows.length ? `\n\nand ${all.length - rows.length} more, which are in the bundles.` : "";
	return folded(plural(all.length, "artifact"), artifactTable(rows) + more);
}
function signerLines({ key, stored, services }) {
	const { timestampAuthorities, log } = services;
	const times = timestampAuthorities.map(({ host }) => codeSpan(host)).join(", ");
	return [
		`- **Key** ${codeText(key.uri)}`,
		`- **${plural(stored.length, "signature")}** ${codeSpan(key.algorithm)}, protection ${codeSpan(key.protectionLevel)}; ${WHAT_CROSSES[ALGORITHMS[key.algorithm].input]} crossed to the key, and each signature was checked here`,
		`- **Timestamps** ${times === "" ? "none" : times}`,
		`- **Log** ${log === void 0 ? "none" : codeSpan(log.url.host)}`
	];
}
/** The section of the summary of the job. */
function signingSummary(title, result, certificate) {
	const rows = rowsOf(result);
	const type = result.stored[0]?.bundle.predicateType;
	return [
		`## ✅ ${title}: ${plural(rows.length, "artifact")}`,
		[
			...artifactLines(rows),
			`- **Statement** ${type === void 0 ? "none: the files themselves are signed" : codeText(type)}`,
			...signerLines(result)
		].join("\n"),
		eventNote(result.event),
		checkCommand(result, certificate),
		artifactList(rows)
	].filter((part) => part !== "").join("\n\n");
}
/** Writes the outputs, all at once, and the summary. */
async function reportSigning(title, result) {
	const { key, stored } = result;
	const certified = key.certificate === void 0 ? void 0 : await readSigner([Buffer.from(key.certificate)]);
	await writeSummary(signingSummary(title, result, certified));
	setOutputs({
		"bundle-paths": stored.map(({ path }) => path).join("\n"),
		"key-uri": key.uri,
		"key-id": keyIdOf(key.publicKey),
		"public-key": publicKeyPem(result),
		algorithm: key.algorithm,
		certificate: key.certificate === void 0 ? "" : certificatePem(key.certificate)
	});
}
// packages/reports/src/verdict-summary.ts
/** Denied artifacts that are told of at once; the others are folded. */
const MAX_OPEN = 5;
/** Artifacts that are listed at all. */
const MAX_LISTED = 1e3;
const NAME_COLUMN = 36;
const ENTRY_COLUMN = 14;
const BUNDLE_COLUMN = 30;
const isDenied = ({ decision }) => decision === "deny";
const unmet = ({ satisfiedBy }) => satisfiedBy === void 0;
/** The code of the error for which a bundle was refused leads further than the one of the reason. */
const refusalLink = (found) => {
	const code = /^([A-Z][A-Z_]*): /.exec(found)?.[1];
	return code === void 0 ? "" : ` (${codeLink(code)})`;
};
const reasonLine = ({ code, what, expected, found, remedy }) => `- **${codeLink(code)}**${code === "EVIDENCE_REFUSED" ? refusalLink(found) : ""} ${codeText(what)}: expected ${codeText(expected)}, found ${codeText(found)}<br>${remedy}`;
const otherLine = ({ code, count, bundle, message }) => `- ${count} × ${codeLink(code)}, ${count === 1 ? "" : "first "}${codeText(bundle)}: ${codeText(message)}`;
/** Why one demand is not met: all that the nearest bundle lacks, and folded what the others do. */
function denial({ entry, reasons, others }) {
	const bundle = reasons[0]?.bundle;
	const total = others.reduce((sum, { count }) => sum + count, 0);
	return [
		`Demand ${codeSpan(entry)}${bundle === void 0 ? "" : `, nearest bundle ${codeText(bundle)}`}:`,
		reasons.map(reasonLine).join("\n"),
		total === 0 ? "" : folded(plural(total, "other bundle"), others.map(otherLine).join("\n"))
	].filter((part) => part !== "").join("\n\n");
}
const deniedSection = (artifact) => [`### ❌ ${codeText(artifact.name)} (SHA-256 ${shortDigest(artifact.digest)}…)`, ...artifact.entries.filter(unmet).map(denial)].join("\n\n");
function deniedSections(denied) {
	const open = denied.slice(0, MAX_OPEN).map(deniedSection);
	const rest = denied.slice(MAX_OPEN, MAX_LISTED).map(deniedSection);
	const more = denied.length - MAX_OPEN;
	return [...open, ...more > 0 ? [folded(plural(more, "more denied artifact"), rest.join("\n\n"))] : []].join("\n\n");
}
/** What decided nothing is said, so that nobody takes a timestamp that was never checked for one that was. */
function notChecked(artifacts) {
	const all = artifacts.flatMap(({ entries }) => entries.map(({ unverified }) => unverified));
	const sum = (of) => all.reduce((total, one) => total + of(one), 0);
	const [timestamps, logEntries] = [sum((one) => one.timestamps), sum((one) => one.logEntries)];
	return timestamps + logEntries === 0 ? [] : [`**Not checked**, since the policy has no trustedRoots: timestamps ${timestamps}, log entries ${logEntries}`];
}
const entryLine = ({ entry, satisfiedBy, attestor }) => `- **Demand** ${codeSpan(entry)} met by ${codeText(satisfiedBy ?? "")}, signed by ${codeSpan(attestor ?? "")}`;
function allowedTable(artifacts) {
	return markdownTable([
		"Artifact",
		"SHA-256",
		"Demand",
		"Met by"
	], artifacts.flatMap(({ name, digest, entries }) => entries.map(({ entry, satisfiedBy }) => [
		shortName(name, NAME_COLUMN),
		shortDigest(digest),
		shortName(entry, ENTRY_COLUMN),
		satisfiedBy === void 0 ? "nothing" : shortName(satisfiedBy, BUNDLE_COLUMN)
	])));
}
function allowedSection(allowed, isOnly) {
	const [only] = allowed;
	if (only === void 0) return [];
	if (isOnly) return [[
		`- **Artifact** ${codeText(only.name)}`,
		`- **SHA-256** ${codeSpan(only.digest)}`,
		...only.entries.map(entryLine)
	].join("\n")];
	const more = allowed.length - MAX_LISTED;
	const table = allowedTable(allowed.slice(0, MAX_LISTED));
	return [folded(`✅ ${plural(allowed.length, "allowed artifact")}`, more > 0 ? `${table}\n\nand ${more} more.` : table)];
}
const wholeOf = ({ name, digest, decision, entries }) => ({
	name,
	digest: `sha256:${digest}`,
	decision,
	demands: entries.map(({ entry, satisfiedBy, attestor, reasons }) => ({
		demand: entry,
		...satisfiedBy === void 0 ? { reasons: reasons.map(({ code, what, expected, found, bundle }) => ({
			code,
			what,
			expected,
			found,
			bundle
		})) } : {
			bundle: satisfiedBy,
			attestor
		}
	}))
});
function headline({ decision, artifacts }, denied) {
	return decision === "allow" ? `## ✅ ${plural(artifacts.length, "artifact")} allowed` : `## ❌ ${denied} of ${plural(artifacts.length, "artifact")} denied`;
}
/** The section of the summary of the job. */
function summaryOf(verdict) {
	const denied = verdict.artifacts.filter(isDenied);
	const allowed = verdict.artifacts.filter((artifact) => !isDenied(artifact));
	const isOnly = verdict.artifacts.length === 1;
	const { name, digest } = verdict.policy;
	return [
		headline(verdict, denied.length),
		...denied.length === 0 ? [] : [deniedSections(denied)],
		...isOnly ? allowedSection(allowed, true) : [],
		[`Policy ${codeText(name)}, SHA-256 ${codeSpan(digest)}`, ...notChecked(verdict.artifacts)].join("<br>"),
		...isOnly ? [] : allowedSection(allowed, false),
		folded("Whole names and digests, as JSON", jsonBlock([...denied, ...allowed].slice(0, MAX_LISTED).map(wholeOf)))
	].join("\n\n");
}
// packages/reports/src/verdict.ts
const MAX_ARTIFACTS = 50;
/** Reasons and artifacts that one annotation names. */
const MAX_REASONS = 5;
/** `CODE (what: expected X, found Y)` for each reason, what to do, and how many bundles came less near. */
function because({ reasons, others }) {
	const told = reasons.slice(0, MAX_REASONS);
	const own = told.map(({ code, message }) => `${code} (${message})`);
	if (reasons.length > told.length) own.push(`and ${reasons.length - told.length} more`);
	const [first] = reasons;
	const where = first?.bundle === void 0 ? "" : ` in ${printable(first.bundle)}`;
	const remedies = new Set(told.map(({ remedy }) => remedy));
	return `${own.join("; ")}${where}. ${[...remedies].join(" ")}${othersOf(others)}`;
}
/** What the bundles that came less near fall short of, counted. */
function othersOf(others) {
	const total = others.reduce((sum, { count }) => sum + count, 0);
	const kinds = others.map(({ code, count, bundle, message }) => `${count} ${code} (${count > 1 ? "first " : ""}${printable(bundle)}: ${printable(message)})`);
	return total === 0 ? "" : ` ${total} other ${total === 1 ? "bundle" : "bundles"}: ${kinds.join(", ")}.`;
}
const deniedLines = ({ name, entries }) => entries.filter(({ satisfiedBy }) => satisfiedBy === void 0).map((entry) => `${printable(name)}, ${entry.entry}: ${because(entry)}`);
const denied = ({ decision }) => decision === "deny";
/** The denied artifacts with their reasons, for the annotation; those that it does not name are counted. */
function denialMessage(verdict) {
	const all = verdict.artifacts.filter(denied);
	const lines = all.slice(0, MAX_REASONS).flatMap(deniedLines);
	const rest = all.length - MAX_REASONS;
	const total = verdict.artifacts.length;
	return [
		`${all.length} of ${total} ${total === 1 ? "artifact" : "artifacts"} denied by the policy "${verdict.policy.name}".`,
		lines.join(" | "),
		...rest > 0 ? [`| and ${rest} more denied artifacts.`] : []
	].join(" ");
}
/** The verdict for the log: one line for each artifact, and one for each demand that a denied one does not meet. */
function logLines(verdict) {
	const sorted = [...verdict.artifacts.filter(denied), ...verdict.artifacts.filter((one) => !denied(one))];
	const shown = sorted.slice(0, MAX_ARTIFACTS);
	const rest = sorted.slice(MAX_ARTIFACTS);
	const cut = rest.filter(denied).length;
	return [
		`Policy ${verdict.policy.name} sha256:${verdict.policy.digest}`,
		...shown.flatMap((one) => [`${one.decision}: sha256:${one.digest} ${printable(one.name)}`, ...deniedLines(one).map((line) => `  ${line}`)]),
		...rest.length > 0 ? [`… and ${cut} more denied and ${rest.length - cut} more allowed artifacts`] : []
	];
}
export { codeSpan, denialMessage, exitOf, jsonOf, logLines, reportError, reportSigning, secretsSummary, summaryOf, textOf, writeErrorSummary, writeSummary };
