/// The same words for each channel: loudspeakers, LINE, CAP, telephone.
@NullMarked
package town.machi.alert.channel;

import org.jspecify.annotations.NullMarked;
