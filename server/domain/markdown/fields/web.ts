import type { Field } from "./field.js";

export const web: Field = {
  programs: `
    curl:
    wget:`,
  notations: [
    {
      name: "HTTP",
      asked: { in: "HTTP" },
      called: "http, https, rest, restful, rest api",
      saidWith: "",
      fences: "",
      marks: "",
      layout: "lines",
      comment: "",
      asides: "",
      noun: "method",
      keywords: "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, TRACE, CONNECT",
    },
    {
      name: "nginx",
      asked: { in: "an nginx configuration" },
      called: "nginx",
      saidWith: "",
      fences: "nginx",
      marks: "",
      layout: "lines",
      comment: "#",
      asides: "",
      noun: "directive",
      keywords: `
        access_log, add_header, alias, error_log, error_page, events, expires, gzip, http, include, index, keepalive_timeout, listen, location,
        proxy_cache, proxy_pass, proxy_set_header, return, rewrite, root, sendfile, server, server_name, ssl_certificate, ssl_certificate_key,
        try_files, upstream, worker_connections, worker_processes`,
    },
  ],
};
