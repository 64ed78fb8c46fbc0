/** HTML as the generator makes it: what a page must be able to carry. */

export const shortAnswer = "<p><code>RUN</code>, <code>COPY</code> and <code>ADD</code>. The others only change metadata.</p>";

export const codeBlock = `<pre><code class="hljs language-dockerfile">${Array.from(
  { length: 40 },
  (_, index) =>
    `<span class="hljs-comment"># step ${index + 1}</span>\n<span class="hljs-keyword">RUN</span> apt-get update &amp;&amp; apt-get install --yes --no-install-recommends <span class="hljs-string">"package-${index + 1}"</span> &amp;&amp; rm -rf /var/lib/apt/lists/*`,
)
  .slice(0, 20)
  .join("\n")}</code></pre>`;

const columns = ["Flag", "Long form", "Takes", "Default", "Since", "Repeats", "Example", "What it does"];

export const wideTable = `<table data-line="37"><thead><tr>${columns.map((name) => `<th>${name}</th>`).join("")}</tr></thead><tbody>${[
  ["-p", "--publish", "host:container", "none", "0.6", "yes", "-p 8080:80", "Publishes a port of the container on the host"],
  ["-v", "--volume", "name:path", "none", "0.5", "yes", "-v data:/var/lib", "Mounts a volume or a folder"],
  ["-e", "--env", "NAME=value", "none", "0.4", "yes", "-e TZ=UTC", "Sets a variable of the environment"],
]
  .map((row, index) => `<tr data-line="${39 + index}">${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`)
  .join("")}</tbody></table>`;

export const longQuestion =
  "A service that was stopped with <code>docker stop</code> and started again keeps what it wrote into its own writable layer, but one that was removed and created anew from the same image does not: which three places could it have written to instead, so that what it wrote would still be there after the container was replaced?";

export const arabicQuestion = "ما الفرق بين الحاوية والصورة في Docker؟";
export const arabicAnswer = "<p>الصورة قالب للقراءة فقط، والحاوية عملية تعمل انطلاقا من تلك الصورة ولها طبقة كتابة خاصة بها.</p>";

export const noteBody = `
<p data-line="5">An image is a stack of read-only <em>layers</em>. Each layer records what changed in the file system, and a container adds one thin layer of its own that it may write to.</p>
<h2 data-line="7">What adds a layer</h2>
<p data-line="9"><strong>RUN</strong>, <strong>COPY</strong> and <strong>ADD</strong> add a layer. The others, such as <code>ENV</code> or <code>EXPOSE</code>, only change metadata. See <a href="/decks/1/notes/dockerfile">writing a Dockerfile</a>.</p>
<ul data-line="11"><li data-line="11">A layer is named by the hash of its content.</li><li>Two images that share a layer store it <em>once</em>.<ul><li>This is why pulling a second image is often quick.</li></ul></li><li>Layers are applied in order.</li></ul>
<h2 data-line="15">The build cache</h2>
<p data-line="17">When an instruction and everything before it is unchanged, the builder takes the layer from its cache. The first change makes every later step run again, so what changes rarely belongs at the top.</p>
<pre><code class="hljs language-dockerfile"><span class="hljs-keyword">FROM</span> node:<span class="hljs-number">22</span>-slim
<span class="hljs-keyword">WORKDIR</span> /app
<span class="hljs-comment"># dependencies change rarely</span>
<span class="hljs-keyword">COPY</span> package.json package-lock.json ./
<span class="hljs-keyword">RUN</span> npm ci --omit=dev
<span class="hljs-keyword">COPY</span> . .
<span class="hljs-keyword">CMD</span> [<span class="hljs-string">"node"</span>, <span class="hljs-string">"server.js"</span>]</code></pre>
<dl data-line="30"><dt>Dangling image</dt><dd>An image without a name that no tagged image builds on.</dd><dt>Base image</dt><dd>The image that <code>FROM</code> names.</dd></dl>
<blockquote data-line="33"><p>Put what changes least at the top.</p></blockquote>
<h3 data-line="35">The flags in short</h3>
${wideTable}
<p data-line="42"><img src="/wide.svg" alt="Layers of an image, drawn as a stack" width="3000" height="900"></p>
<ol data-line="44"><li>Build.</li><li>Tag.</li><li>Push.</li></ol>`;
