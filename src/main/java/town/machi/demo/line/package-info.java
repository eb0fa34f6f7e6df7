/// LINE's Messaging API as a stand-in: real HTTP on the loopback, strict as the original, with faults on demand.
///
/// What it requires is what LINE documents: the OpenAPI of github.com/line/line-openapi (commit 6e4c2a2a), and for
/// rate limits, retry keys, text lengths and signatures the reference at developers.line.biz.
@NullMarked
package town.machi.demo.line;

import org.jspecify.annotations.NullMarked;
