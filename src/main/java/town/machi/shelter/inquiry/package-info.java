/// 安否照会: somebody asks whether somebody is safe.
@NullMarked
package town.machi.shelter.inquiry;

import org.jspecify.annotations.NullMarked;
