package town.machi.messaging;

/// A Messaging API that a later room runs for the demo. It is used where `MACHI_LINE_TOKEN` is not set.
public interface LineStandIn {

    LineAccount account();
}
