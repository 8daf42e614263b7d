import "./rolldown-runtime.mjs";
// \0refusal-1
function open() {
	throw new Error("There is no browser in a job.");
}
export { open as default };
