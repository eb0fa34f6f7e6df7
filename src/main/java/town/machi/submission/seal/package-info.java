/// The town's own key: passcodes, signatures, short-lived cookies.
@NullMarked
package town.machi.submission.seal;

import org.jspecify.annotations.NullMarked;
